package org.hoshimori.compiler;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.catalog.Words;

/** A chapter's Japanese and English file side by side; remembers what was asked for, so that the rest is found. */
final class BothTexts {

    private final TextFile ja;
    private final TextFile en;
    private final Problems problems;
    private final Set<String> used = new HashSet<>();
    private final Set<String> titlesUsed = new HashSet<>();

    BothTexts(TextFile ja, TextFile en, Problems problems) {
        this.ja = ja;
        this.en = en;
        this.problems = problems;
    }

    /** Words that must be there in both languages; what lacks is reported and stands as the id itself. */
    Words words(String id) {
        used.add(id);
        return new Words(required(ja, id, ja.words(id)), required(en, id, en.words(id)));
    }

    Words title(String id) {
        titlesUsed.add(id);
        return new Words(required(ja, "# " + id, ja.title(id)), required(en, "# " + id, en.title(id)));
    }

    /** Words that need not be there, but if so in both languages. */
    Optional<Words> optionalWords(String id) {
        return ja.words(id).isPresent() || en.words(id).isPresent() ? Optional.of(words(id)) : Optional.empty();
    }

    private String required(TextFile text, String id, Optional<String> found) {
        if (found.isEmpty()) {
            problems.add(text.file(), "lacks words for " + id);
        }
        return found.orElse(id);
    }

    List<List<String>> jaTable(String id) {
        return ja.table(id);
    }

    List<List<String>> enTable(String id) {
        return en.table(id);
    }

    void reportUnused() {
        for (TextFile text : List.of(ja, en)) {
            for (String id : text.ids()) {
                if (!used.contains(id)) {
                    problems.add(text.place(id), "words for an id that the structure does not name: " + id);
                }
            }
            for (String id : text.titledIds()) {
                if (!titlesUsed.contains(id)) {
                    problems.add(text.place("#" + id), "a title for an id that the structure does not name: " + id);
                }
            }
        }
    }
}
