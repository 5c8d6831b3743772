package org.hoshimori.chapters.assets;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the list shows of an asset besides its code and name; whoever reads it chooses. */
enum Column implements Coded {
    /** Business area. */
    AREA("area"),
    /** Managing department. */
    DEPARTMENT("managingDepartment"),
    /** Who else may use it. */
    USERS("users"),
    /** Where it is kept. */
    KEEPING("keeping"),
    /** Kind of personal information. */
    PERSONAL("personal"),
    /** Confidentiality, integrity, availability. */
    VALUES("values"),
    /** Importance. */
    IMPORTANCE("importance"),
    /** Laws that fix its handling. */
    LEGAL("legal"),
    /** Until when it must be kept. */
    RETENTION("retention"),
    /** When it was entered. */
    REGISTERED("registeredOn"),
    /** Note. */
    NOTE("note");

    private static final Set<Column> USUAL = EnumSet.of(AREA, DEPARTMENT, KEEPING, PERSONAL, VALUES, IMPORTANCE);

    private final String code;

    Column(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Those that are chosen; the usual ones where none is. */
    static Set<Column> chosen(List<String> codes) {
        Set<Column> chosen = codes.stream()
                .flatMap(c -> Coded.find(Column.class, c).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
        return chosen.isEmpty() ? USUAL : chosen;
    }

    static List<Column> all() {
        return Stream.of(values()).toList();
    }
}
