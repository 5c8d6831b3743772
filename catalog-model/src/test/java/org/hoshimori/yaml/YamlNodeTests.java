package org.hoshimori.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlNodeTests {

    private static YamlNode read(String text) {
        return YamlNode.read("t.yaml", text).orElseThrow();
    }

    @Test
    void knowsWhereEachNodeStands() {
        YamlNode value = read("a: 1\nb:\n  - x\n  - y\n").map().get("b").list().get(1);
        assertThat(value.place()).isEqualTo(new Place("t.yaml", 4, 5));
    }

    @Test
    void isEmptyForAnEmptyFile() {
        assertThat(YamlNode.read("t.yaml", "")).isEmpty();
        assertThat(YamlNode.read("t.yaml", "# only a comment\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'a: &x 1\nb: *x'; yaml.alias",
                "'a: 1\na: 2'; yaml.key-twice",
                "'a: [1, 2'; yaml.syntax",
                "'\t- a'; yaml.syntax",
                "'- a\n- b'; yaml.not-a-map",
            })
    void refuses(String text, String code) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")).map())
                .isInstanceOfSatisfying(
                        YamlException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void refusesKeysItDoesNotKnow() {
        assertThatThrownBy(() -> read("known: 1\nunknwon: 2").onlyKeys(Set.of("known")))
                .isInstanceOfSatisfying(YamlException.class, e -> {
                    assertThat(e.place().line()).isEqualTo(2);
                    assertThat(e.arguments()).contains("unknwon");
                });
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() {
        for (String deep : new String[] {"[".repeat(100_000), "{a: ".repeat(50_000), "- ".repeat(50_000) + "x"}) {
            assertThatThrownBy(() -> YamlNode.read("t.yaml", deep)).isInstanceOf(YamlException.class);
        }
    }

    @Test
    void answersMutatedFilesWithAnErrorAndNothingElse() {
        Random random = new Random(20261124);
        String valid =
                "tailoring: 1\nvalues:\n  a_b: [x, \"y\"]\n  c_d: {ja: 日本, en: Japan}\nexcluded:\n  - {clause: a-1, reason: なし}\n";
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(valid);
            for (int n = random.nextInt(6); n >= 0; n--) {
                text.setCharAt(
                        random.nextInt(text.length()), (char) random.nextInt(random.nextBoolean() ? 128 : 0x3000));
            }
            try {
                YamlNode.read("t.yaml", text.toString()).ifPresent(YamlNode::map);
            } catch (YamlException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1, 3_000);
    }
}
