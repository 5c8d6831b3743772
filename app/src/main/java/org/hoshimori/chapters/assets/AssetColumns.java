package org.hoshimori.chapters.assets;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hoshimori.core.sheets.Field;
import org.hoshimori.core.sheets.Vocabulary;

/** The columns of the register as a table, in the order of the register of Japan's IPA for small companies. */
final class AssetColumns {

    static final String CODE = "assetCode";
    static final String AREA = "area";
    static final String NAME = "assetName";
    static final String NOTE = "note";
    static final String USERS = "users";
    static final String DEPARTMENT = "managingDepartment";
    static final String PLACE = "place";
    static final String MEDIUM = "medium";
    static final String SYSTEMS = "systems";
    static final String PERSONAL = "personal";
    static final String CONFIDENTIALITY = "confidentiality";
    static final String INTEGRITY = "integrity";
    static final String AVAILABILITY = "availability";
    static final String VALUES = "values";
    static final String IMPORTANCE = "importance";
    static final String RETENTION = "retention";
    static final String REGISTERED = "registeredOn";
    static final String LEGAL = "legal";
    static final String REASON = "ratingReason";

    private static final List<String> LAWS =
            List.of("space-activities-act", "remote-sensing-act", "specially-designated-secrets-act", "other");

    private final Vocabulary words;

    AssetColumns(Vocabulary words) {
        this.words = words;
    }

    /** With what the regulation calls the levels of confidentiality, from 1, added to the usual words. */
    List<Field> fields(List<String> levelsJa, List<String> levelsEn) {
        return List.of(
                free(CODE),
                free(AREA),
                words.required("assets", NAME),
                words.lines("assets", NOTE),
                free(USERS),
                words.required("assets", DEPARTMENT),
                free(PLACE),
                words.choice("assets", MEDIUM, choices("asset-medium", Keeping.Medium.values())),
                words.free("assets", SYSTEMS),
                words.choice("assets", PERSONAL, choices("asset-personal", PersonalInformation.values())),
                words.choice("assets", CONFIDENTIALITY, levels(levelsJa, levelsEn)),
                words.choice("assets", INTEGRITY, numbers("asset-integrity", 2)),
                words.choice("assets", AVAILABILITY, numbers("asset-availability", 2)),
                words.choice("assets", IMPORTANCE, numbers("asset-importance", 3)),
                words.understood("assets", VALUES),
                free(RETENTION),
                free(REGISTERED),
                free(LEGAL),
                words.lines("assets", REASON));
    }

    private Field free(String code) {
        return words.free("assets", code);
    }

    private <E extends Enum<E> & Coded> List<Field.Choice> choices(String kind, E[] of) {
        return Arrays.stream(of).map(c -> words.choice(kind, c.code())).toList();
    }

    private List<Field.Choice> numbers(String kind, int highest) {
        return IntStream.iterate(highest, n -> n >= 1, n -> n - 1)
                .mapToObj(n -> words.choice(kind, Integer.toString(n)))
                .toList();
    }

    private List<Field.Choice> levels(List<String> ja, List<String> en) {
        return numbers("asset-confidentiality", Values.TOP_SECRET).stream()
                .map(c -> new Field.Choice(c.code(), with(c.ja(), c.code(), ja), with(c.en(), c.code(), en)))
                .toList();
    }

    private static List<String> with(List<String> usual, String level, List<String> levels) {
        int index = Integer.parseInt(level) - 1;
        return Stream.concat(usual.stream(), index < levels.size() ? Stream.of(levels.get(index)) : Stream.empty())
                .filter(word -> !word.isBlank())
                .toList();
    }

    /** The laws that a table may name. */
    List<Field.Choice> laws() {
        return LAWS.stream().map(law -> words.choice("asset-legal", law)).toList();
    }

    /** What stands for all departments. */
    Field.Choice everybody() {
        return words.choice("asset-users", "everybody");
    }

    /** Between things of which a cell names several. */
    String between(Locale locale) {
        return words.say("sheet.assets.between", locale);
    }
}
