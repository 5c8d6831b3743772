package org.hoshimori.chapters.assets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.storage.Width;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Reads the form of an asset; whatever can't be read is marked where it stands. */
@Component
class AssetReading {

    private static final Pattern BLANKS = Pattern.compile("[\\s,、，]+");

    private final Assets assets;
    private final HeldOn heldOn;
    private final DepartmentRegister departments;
    private final Clock clock;

    AssetReading(Assets assets, HeldOn heldOn, DepartmentRegister departments, Clock clock) {
        this.assets = assets;
        this.heldOn = heldOn;
        this.departments = departments;
        this.clock = clock;
    }

    /** The form of an asset as it is. */
    AssetForm form(Asset asset) {
        return AssetForm.of(
                asset,
                heldOn.numbers(asset.keeping().systems()).values().stream().sorted());
    }

    /** What the form describes: with this rating, and of what is there already with its id; empty where anything is wrong. */
    Optional<Asset> read(AssetForm form, Optional<Asset> before, Rating rating, Viewer viewer, BindingResult errors) {
        Set<DepartmentId> known = new HashSet<>();
        departments.open().forEach(d -> known.add(d.id()));
        before.ifPresent(a -> {
            known.add(a.department());
            known.addAll(a.scope().departments());
        });
        Map<String, DepartmentId> byText = known.stream().collect(Collectors.toMap(DepartmentId::toString, d -> d));
        DepartmentId department = byText.get(form.managingDepartment());
        if (department == null) {
            errors.rejectValue("managingDepartment", "asset.department-missing");
        } else if (!viewer.mayKeep(department)) {
            errors.rejectValue("managingDepartment", "asset.department-not-yours");
        }
        Optional<LocalDate> until = Days.readIfAny("retention", form.retention(), errors);
        Optional<Keeping.Medium> medium = choice(Keeping.Medium.class, "medium", form.medium(), errors);
        Optional<PersonalInformation> personal = choice(PersonalInformation.class, "personal", form.personal(), errors);
        Optional<Marking.Where> marking = choice(Marking.Where.class, "marking", form.marking(), errors);
        if (marking.filter(m -> m == Marking.Where.REGISTER).isPresent()
                && form.markingReason().isBlank()) {
            errors.rejectValue("markingReason", "asset.marking-reason-missing");
        }
        List<ItemId> systems = systems(form.systems(), errors);
        if (errors.hasErrors() || department == null) {
            return Optional.empty();
        }
        return Optional.of(new Asset(
                before.map(Asset::id).orElseGet(AssetId::next),
                code(form, before),
                Width.folded(form.area()),
                Width.folded(form.assetName()),
                lines(form.note()),
                department,
                new UserScope(
                        Boolean.TRUE.equals(form.everybody()),
                        form.users().stream()
                                .flatMap(u -> Stream.ofNullable(byText.get(u)))
                                .toList(),
                        Width.folded(form.outsiders())),
                new Keeping(
                        medium.orElseThrow(),
                        Width.folded(form.place()),
                        systems,
                        until.orElse(null),
                        until.isPresent()
                                ? ""
                                : before.map(a -> a.keeping().term()).orElse("")),
                personal.orElseThrow(),
                rating,
                form.legal().stream()
                        .filter(l -> l.matches("[a-z-]{1,60}"))
                        .sorted()
                        .distinct()
                        .toList(),
                new Marking(
                        marking.orElseThrow(),
                        marking.get() == Marking.Where.REGISTER ? lines(form.markingReason()) : ""),
                before.map(Asset::registeredOn).orElseGet(() -> LocalDate.now(clock)),
                Asset.State.IN_USE,
                form.version()));
    }

    /** A new asset without a code is given one. */
    private String code(AssetForm form, Optional<Asset> before) {
        String code = Width.folded(form.assetCode());
        return !code.isEmpty()
                ? code
                : before.map(Asset::code).orElseGet(() -> assets.newCodes(1).getFirst());
    }

    private List<ItemId> systems(String text, BindingResult errors) {
        Set<String> numbers = BLANKS.splitAsStream(Width.folded(text))
                .filter(n -> !n.isEmpty())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        Map<String, ItemId> found = heldOn.numbered(numbers);
        numbers.removeAll(found.keySet());
        if (!numbers.isEmpty()) {
            errors.rejectValue(
                    "systems",
                    "asset.systems-unknown",
                    new Object[] {String.join(" ", numbers)},
                    "asset.systems-unknown");
        }
        return List.copyOf(found.values());
    }

    private static <E extends Enum<E> & Coded> Optional<E> choice(
            Class<E> choices, String field, String code, BindingResult errors) {
        Optional<E> found = Coded.find(choices, code);
        if (found.isEmpty()) {
            errors.rejectValue(field, "asset.choose");
        }
        return found;
    }

    private static String lines(String text) {
        return text.strip().replace("\r\n", "\n");
    }
}
