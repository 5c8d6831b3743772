package org.hoshimori.chapters.assets;

import static org.hoshimori.chapters.assets.AssetColumns.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.sheets.Field;
import org.hoshimori.core.sheets.Reading;
import org.hoshimori.core.sheets.SheetDays;
import org.jspecify.annotations.Nullable;

/** Reads a row of a table as an asset, the way companies write their registers. */
final class AssetRows {

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORDS = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[、,，;；/／・\\n]|および|及び|並びに|\\band\\b)\\s*");
    /** All three values in one cell: 3・2・1. */
    private static final Pattern TOGETHER = Pattern.compile("\\D{0,4}([1-3])\\D{1,4}([12])\\D{1,4}([12])\\D?");
    /** How Japanese departments end; who is named otherwise is outside the company. */
    private static final Pattern DEPARTMENT_NAME = Pattern.compile(".*(部|課|室|局|係|班|本部|センター|グループ|チーム|事業所|支店|支社)");

    private final Company company;
    private final Words words = new Words();
    private final List<Field.Choice> media;
    private final List<Field.Choice> personal;
    private final List<Field.Choice> laws;
    private final List<Field.Choice> everybody;

    AssetRows(Company company, AssetColumns columns, List<Field> fields) {
        this.company = company;
        this.media = choices(fields, MEDIUM);
        this.personal = choices(fields, PERSONAL);
        this.laws = columns.laws();
        this.everybody = List.of(columns.everybody());
    }

    private static List<Field.Choice> choices(List<Field> fields, String code) {
        return fields.stream()
                .filter(f -> f.code().equals(code))
                .flatMap(f -> f.choices().stream())
                .toList();
    }

    /** The asset that a row describes, or what is wrong with its cells. */
    @Nullable
    Asset read(Reading row, Optional<Asset> before) {
        if (before.filter(a -> a.state() == Asset.State.GONE).isPresent()) {
            row.fault(CODE, "gone");
            return null;
        }
        String name = row.needed(NAME, before.map(Asset::name).orElse(""), LONGEST_NAME);
        DepartmentId department = department(row, before.map(Asset::department).orElse(null));
        Optional<Values> values = values(row, before);
        PersonalInformation kind = personal(row, before.map(Asset::personal).orElse(PersonalInformation.NONE));
        Keeping keeping = keeping(row, before.map(Asset::keeping).orElse(Keeping.UNKNOWN));
        LocalDate registered =
                row.day(REGISTERED, before.map(Asset::registeredOn).orElse(null));
        int importance = importance(row, before, values);
        if (department == null || values.isEmpty()) {
            return null;
        }
        List<String> answers = before.map(Asset::rating)
                .filter(r -> r.values().equals(values.get()))
                .map(Rating::answers)
                .orElse(List.of());
        return new Asset(
                before.map(Asset::id).orElseGet(AssetId::next),
                code(row, before),
                row.text(AREA, before.map(Asset::area).orElse(""), LONGEST_WORDS),
                name,
                row.lines(NOTE, before.map(Asset::note).orElse(""), LONGEST_TEXT),
                department,
                users(row, before.map(Asset::scope).orElse(UserScope.OWN), department),
                keeping,
                kind,
                new Rating(
                        values.get(),
                        importance,
                        row.lines(REASON, before.map(a -> a.rating().reason()).orElse(""), LONGEST_TEXT),
                        answers),
                legal(row, before.map(Asset::legal).orElse(List.of())),
                before.map(Asset::marking).orElse(Marking.FOLDER),
                Objects.requireNonNullElseGet(
                        registered, () -> before.map(Asset::registeredOn).orElse(company.today())),
                Asset.State.IN_USE,
                before.map(Asset::version).orElse(0));
    }

    /** An asset keeps the code that it has; one without gets one when it is written. */
    private static String code(Reading row, Optional<Asset> before) {
        String code = row.text(CODE, "", LONGEST_CODE);
        return code.isEmpty() ? before.map(Asset::code).orElse("") : code;
    }

    private @Nullable DepartmentId department(Reading row, @Nullable DepartmentId before) {
        String text = row.needed(DEPARTMENT, "", LONGEST_WORDS);
        if (text.isEmpty()) {
            return row.entry().cells().containsKey(DEPARTMENT) ? null : before;
        }
        List<DepartmentId> meant = company.departments(text, before);
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        unknown(row, DEPARTMENT, text, meant.isEmpty());
        return null;
    }

    private void unknown(Reading row, String field, String text, boolean none) {
        Optional<String> nearest = company.nearest(text);
        if (!none) {
            row.fault(field, "several", text);
        } else if (nearest.isPresent()) {
            row.fault(field, "unknown-near", text, nearest.get());
        } else {
            row.fault(field, "department-unknown", text);
        }
    }

    private Optional<Values> values(Reading row, Optional<Asset> before) {
        Optional<Values> was = before.map(a -> a.rating().values());
        Matcher together = TOGETHER.matcher(row.text(VALUES, "", LONGEST_WORDS));
        if (together.matches()) {
            Values said = new Values(digit(together, 1), digit(together, 2), digit(together, 3));
            was.filter(said::lowers)
                    .ifPresent(w -> row.fault(
                            VALUES,
                            "lowers-value",
                            w.confidentiality() + " " + w.integrity() + " " + w.availability()));
            return Optional.of(said);
        }
        int c = value(row, CONFIDENTIALITY, was.map(Values::confidentiality), 0);
        int i = value(row, INTEGRITY, was.map(Values::integrity), 1);
        int a = value(row, AVAILABILITY, was.map(Values::availability), 1);
        if (c == 0 || i == 0 || a == 0) {
            return Optional.empty();
        }
        return Optional.of(new Values(c, i, a));
    }

    private static int digit(Matcher values, int group) {
        return Integer.parseInt(values.group(group));
    }

    /** What is new and nobody has valued has the lowest value, except that its confidentiality must be said. */
    private static int value(Reading row, String field, Optional<Integer> before, int otherwise) {
        String was = before.map(String::valueOf).orElse(Integer.toString(otherwise));
        int value = Integer.parseInt(row.choice(field, was, was));
        if (value == 0 && row.clean(field)) {
            row.fault(field, row.entry().cells().containsKey(field) ? "needed" : "no-confidentiality");
        }
        before.filter(b -> value < b).ifPresent(b -> row.fault(field, "lowers-value", Integer.toString(b)));
        return value;
    }

    private int importance(Reading row, Optional<Asset> before, Optional<Values> values) {
        String was =
                before.map(a -> Integer.toString(a.rating().statedImportance())).orElse("0");
        int stated = Integer.parseInt(row.choice(IMPORTANCE, was, "0"));
        return values.filter(v -> v.importance(company.rule()) == stated).isPresent() ? 0 : stated;
    }

    /** Of several kinds the gravest: 個人・マイナンバー is My Number. */
    private PersonalInformation personal(Reading row, PersonalInformation before) {
        String text = row.text(PERSONAL, "", LONGEST_WORDS);
        List<String> parts = parts(text);
        if (parts.size() > 1) {
            List<PersonalInformation> kinds = parts.stream()
                    .flatMap(part -> words.meant(personal, part).stream())
                    .map(code -> Coded.of(PersonalInformation.class, code))
                    .toList();
            if (kinds.size() == parts.size()) {
                return kinds.stream().max(Comparator.naturalOrder()).orElse(before);
            }
        }
        return Coded.of(
                PersonalInformation.class, row.choice(PERSONAL, before.code(), PersonalInformation.NONE.code()));
    }

    /** A medium that is told in free words is kept in these words, too; where there is no column for it, the place tells it. */
    private Keeping keeping(Reading row, Keeping before) {
        String medium = row.text(MEDIUM, "", LONGEST_WORDS);
        String place = row.text(PLACE, before.place(), LONGEST_WORDS);
        boolean hasPlace = row.entry().cells().containsKey(PLACE);
        Keeping.Medium kind = before.medium();
        if (!medium.isEmpty()) {
            Optional<String> exact = words.meant(media, medium);
            kind = exact.or(() -> words.within(media, medium))
                    .map(code -> Coded.of(Keeping.Medium.class, code))
                    .orElse(Keeping.Medium.OTHER);
            boolean told = exact.isPresent() || place.startsWith(medium);
            place = hasPlace && told ? place : !hasPlace ? medium : place.isEmpty() ? medium : medium + " " + place;
        } else if (hasPlace && !place.equals(before.place())) {
            kind = words.within(media, place)
                    .map(code -> Coded.of(Keeping.Medium.class, code))
                    .orElse(Keeping.Medium.OTHER);
        }
        List<ItemId> systems = systems(row, before.systems());
        String until = row.text(RETENTION, before.term(), LONGEST_WORDS);
        if (!row.entry().cells().containsKey(RETENTION)) {
            return new Keeping(kind, place, systems, before.until(), before.term());
        }
        Optional<LocalDate> day = SheetDays.read(until);
        return new Keeping(kind, place, systems, day.orElse(null), day.isPresent() ? "" : until);
    }

    private List<ItemId> systems(Reading row, List<ItemId> before) {
        if (!row.entry().cells().containsKey(SYSTEMS)) {
            return before;
        }
        List<ItemId> systems = new ArrayList<>();
        for (String part : systems(row.text(SYSTEMS, "", LONGEST_TEXT))) {
            List<ItemId> meant = company.holders(part);
            if (meant.size() == 1) {
                systems.addAll(meant);
            } else {
                row.fault(SYSTEMS, meant.isEmpty() ? "system-unknown" : "several", part);
            }
        }
        return systems.stream().distinct().toList();
    }

    /** What a cell calls the systems in which an asset is. */
    static List<String> systems(String text) {
        return parts(text).stream().map(String::strip).distinct().toList();
    }

    private UserScope users(Reading row, UserScope before, DepartmentId own) {
        if (!row.entry().cells().containsKey(USERS)) {
            return before;
        }
        List<DepartmentId> departments = new ArrayList<>();
        List<String> outsiders = new ArrayList<>();
        boolean all = false;
        for (String part : parts(row.text(USERS, "", LONGEST_TEXT))) {
            boolean inside = DEPARTMENT_NAME.matcher(part).matches();
            List<DepartmentId> meant =
                    company.knowsDepartments() || inside ? company.departments(part, null) : List.of();
            if (words.meant(everybody, part).isPresent()) {
                all = true;
            } else if (meant.size() == 1) {
                meant.stream().filter(d -> !d.equals(own)).forEach(departments::add);
            } else if (inside || !meant.isEmpty()) {
                unknown(row, USERS, part, meant.isEmpty());
            } else {
                outsiders.add(part);
            }
        }
        return new UserScope(all, departments, String.join("、", outsiders));
    }

    private List<String> legal(Reading row, List<String> before) {
        return row.entry().cells().containsKey(LEGAL)
                ? parts(row.text(LEGAL, "", LONGEST_WORDS)).stream()
                        .filter(part -> words.meant(personal, part)
                                .filter(PersonalInformation.NONE.code()::equals)
                                .isEmpty())
                        .map(part -> words.meant(laws, part)
                                .or(() -> words.within(laws, part))
                                .orElse("other"))
                        .sorted()
                        .distinct()
                        .toList()
                : before;
    }

    private static List<String> parts(String text) {
        return Arrays.stream(BETWEEN.split(text, -1)).filter(p -> !p.isBlank()).toList();
    }
}
