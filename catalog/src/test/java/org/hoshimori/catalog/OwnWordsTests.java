package org.hoshimori.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Our Japanese says what the source says, in other words. */
class OwnWordsTests {

    @Test
    void repeatsNoSentenceOfTheSource() throws Exception {
        Set<Long> runs = Source.runs();
        assertThat(runs).hasSizeGreaterThan(30_000);
        List<String> repeated = new ArrayList<>();
        CatalogJson.shipped().chapters().stream().flatMap(Chapter::entries).forEach(e -> {
            switch (e) {
                case Duty duty -> compare(duty.id(), duty.words().ja(), runs, repeated);
                case Text text -> compare(text.id(), text.words().ja(), runs, repeated);
                case Clause clause -> {}
                // Tables carry facts over: names, places, addresses.
                case Table table -> {}
            }
        });
        assertThat(repeated).isEmpty();
    }

    private static void compare(String id, String words, Set<Long> runs, List<String> repeated) {
        // What the operator's values and addresses say is not ours to word.
        String text = words.replaceAll("\\{[^}]*}|\\[\\[[^]]*]]|https?://\\S+|「[^」]*」", "§");
        for (String part : text.split("§", -1)) {
            String plain = part.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            for (int i = 0; i + Source.RUN <= plain.length(); i++) {
                String run = plain.substring(i, i + Source.RUN);
                if (runs.contains(Source.digest(run))) {
                    repeated.add(id + ": " + run);
                    break;
                }
            }
        }
    }
}
