package org.hoshimori.core.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words by which the fields of a register are called. */
final class HeadingWords {

    private static final int SHORTEST_PART = 2;
    /** A name makes up at least so many percent of a heading in which it is found. */
    private static final int LEAST_SHARE = 40;
    /** The same where the name is Latin letters, which tell less. */
    private static final int LEAST_LATIN_SHARE = 60;
    /** What turns a heading into something else: the count of personal records is not their kind. */
    private static final Pattern OTHERWISE = Pattern.compile(
            ".*(件数|数量|部数|担当|者|者名|氏名|コード|理由|根拠|方法|手順|履歴|頻度|更新日|owner|by|type|count|code|mail|reason|status)");

    private final List<Name> names = new ArrayList<>();
    private final Map<String, Found> whole = new HashMap<>();

    /**
     * A field by one of its names.
     *
     * @param rank how usual the name is: the first is 0
     */
    record Found(String field, int rank) {}

    /** One of the names of a field. */
    private record Name(String plain, String field) {}

    HeadingWords(List<Field> fields) {
        for (Field field : fields) {
            field.names().map(Headings::plain).forEach(name -> names.add(new Name(name, field.code())));
            for (List<String> inOneLanguage : List.of(field.ja(), field.en())) {
                for (int i = 0; i < inOneLanguage.size(); i++) {
                    whole.putIfAbsent(Headings.plain(inOneLanguage.get(i)), new Found(field.code(), i));
                }
            }
        }
    }

    Optional<Found> whole(String plain) {
        return Optional.ofNullable(whole.get(plain));
    }

    /** The field of which a name stands in the heading, the longest such name. */
    Optional<String> partly(String plain) {
        if (plain.length() < SHORTEST_PART) {
            return Optional.empty();
        }
        String found = null;
        String by = "";
        for (Name name : names) {
            String words = name.plain();
            if (words.length() >= SHORTEST_PART && words.length() > by.length() && plain.contains(words)) {
                by = words;
                found = name.field();
            }
        }
        int share = by.chars().allMatch(c -> c < 0x80) ? LEAST_LATIN_SHARE : LEAST_SHARE;
        return by.length() * 100 < plain.length() * share
                        || (OTHERWISE.matcher(plain).matches() && !plain.endsWith(by))
                ? Optional.empty()
                : Optional.ofNullable(found);
    }
}
