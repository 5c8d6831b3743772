package org.hoshimori.chapters.assets;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.storage.Width;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What many assets are changed to at once; what is empty stays as it is.
 *
 * @param ids of the assets
 * @param addUser a department that may use them from now on
 * @param addLegal a law that fixes their handling
 */
record BulkForm(
        List<String> ids,
        String area,
        String managingDepartment,
        String addUser,
        String medium,
        String place,
        String personal,
        String addLegal,
        String marking,
        String retention,
        String goneBecause) {

    /** A field that a form leaves out is empty. */
    BulkForm {
        ids = ids == null ? List.of() : ids.stream().filter(Objects::nonNull).toList();
        area = text(area);
        managingDepartment = text(managingDepartment);
        addUser = text(addUser);
        medium = text(medium);
        place = text(place);
        personal = text(personal);
        addLegal = text(addLegal);
        marking = text(marking);
        retention = text(retention);
        goneBecause = text(goneBecause);
    }

    static BulkForm of(List<String> ids) {
        return new BulkForm(ids, "", "", "", "", "", "", "", "", "", "");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : Width.folded(text);
    }

    /** Whether nothing is asked for. */
    boolean asksNothing() {
        return Stream.of(
                        area,
                        managingDepartment,
                        addUser,
                        medium,
                        place,
                        personal,
                        addLegal,
                        marking,
                        retention,
                        goneBecause)
                .allMatch(String::isEmpty);
    }

    /** What becomes of an asset; empty where something can't be read. */
    Optional<UnaryOperator<Asset>> change(List<DepartmentId> known, BindingResult errors) {
        Optional<DepartmentId> department = one(known, managingDepartment, "managingDepartment", errors);
        Optional<DepartmentId> user = one(known, addUser, "addUser", errors);
        Optional<Keeping.Medium> on = choice(Keeping.Medium.class, medium, "medium", errors);
        Optional<PersonalInformation> kind = choice(PersonalInformation.class, personal, "personal", errors);
        Optional<Marking.Where> where = choice(Marking.Where.class, marking, "marking", errors);
        var until = Days.readIfAny("retention", retention, errors);
        if (area.length() > AssetForm.LONGEST_NAME || place.length() > AssetForm.LONGEST_NAME) {
            errors.reject("asset.bulk-too-long");
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(a -> new Asset(
                a.id(),
                a.code(),
                area.isEmpty() ? a.area() : area,
                a.name(),
                a.note(),
                department.orElse(a.department()),
                user.map(u -> with(a.scope(), u)).orElse(a.scope()),
                new Keeping(
                        on.orElse(a.keeping().medium()),
                        place.isEmpty() ? a.keeping().place() : place,
                        a.keeping().systems(),
                        until.orElse(a.keeping().until()),
                        until.isPresent() ? "" : a.keeping().term()),
                kind.orElse(a.personal()),
                a.rating(),
                addLegal.isEmpty()
                        ? a.legal()
                        : Stream.concat(a.legal().stream(), Stream.of(addLegal))
                                .distinct()
                                .sorted()
                                .toList(),
                where.map(w -> w == a.marking().where() ? a.marking() : new Marking(w, ""))
                        .orElse(a.marking()),
                a.registeredOn(),
                a.state(),
                a.version()));
    }

    private static UserScope with(UserScope scope, DepartmentId user) {
        return new UserScope(
                scope.everybody(),
                Stream.concat(scope.departments().stream(), Stream.of(user)).toList(),
                scope.outsiders());
    }

    private static Optional<DepartmentId> one(
            List<DepartmentId> known, String text, String field, BindingResult errors) {
        Optional<DepartmentId> found =
                known.stream().filter(d -> d.toString().equals(text)).findFirst();
        if (!text.isEmpty() && found.isEmpty()) {
            errors.rejectValue(field, "asset.choose");
        }
        return found;
    }

    private static <E extends Enum<E> & Coded> Optional<E> choice(
            Class<E> choices, String code, String field, BindingResult errors) {
        Optional<E> found = Coded.find(choices, code);
        if (!code.isEmpty() && found.isEmpty()) {
            errors.rejectValue(field, "asset.choose");
        }
        return found;
    }
}
