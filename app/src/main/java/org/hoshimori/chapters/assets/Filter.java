package org.hoshimori.chapters.assets;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the list can be narrowed by; each is a word of the list's address. */
enum Filter implements Coded {
    /** Business area, as it is written. */
    AREA("area", ".{1,200}", "area = :area"),
    /** Managing department. */
    DEPARTMENT("department", Filter.UUID, "department = CAST(:department AS uuid)"),
    /** Value of confidentiality. */
    CONFIDENTIALITY("confidentiality", "[1-3]", "confidentiality = CAST(:confidentiality AS integer)"),
    /** Importance. */
    IMPORTANCE("importance", "[1-3]", "importance = CAST(:importance AS integer)"),
    /** Kind of personal information; {@code any} for all that is some. */
    PERSONAL("personal", "any|none|ordinary|specific|sensitive", "personal_information = :personal"),
    /** Law that fixes the handling; {@code any} for all under some law. */
    LEGAL("legal", "[a-z-]{1,60}", "legal @> ARRAY[CAST(:legal AS text)]"),
    /** What it is kept on. */
    MEDIUM("medium", "[a-z]{1,20}", "medium = :medium"),
    /** What of the estate holds it. */
    SYSTEM("system", Filter.UUID, "systems @> ARRAY[CAST(:system AS uuid)]"),
    /** What is still wanting: a reason of the rating, or the end of what need not be kept any longer. */
    WANT("want", "reason|end", ""),
    /** Where in its life; what is gone is not shown unless it is asked for. */
    STATE("state", "in-use|gone", "state = :state");

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final String code;
    private final Pattern values;
    private final String condition;

    Filter(String code, String values, String condition) {
        this.code = code;
        this.values = Pattern.compile(values);
        this.condition = condition;
    }

    @Override
    public String code() {
        return code;
    }

    Optional<String> read(String text) {
        return Optional.of(text.strip()).filter(t -> values.matcher(t).matches());
    }

    /** What must hold of a row, in SQL that names the value {@code :code}. */
    String condition(String value) {
        return switch (this) {
            case PERSONAL -> value.equals("any") ? "personal_information <> 'none'" : condition;
            case LEGAL -> value.equals("any") ? "legal <> '{}'" : condition;
            case WANT -> value.equals("end") ? "retained_until < :today" : "reason = '' AND answers = '{}'";
            case AREA, DEPARTMENT, CONFIDENTIALITY, IMPORTANCE, MEDIUM, SYSTEM, STATE -> condition;
        };
    }
}
