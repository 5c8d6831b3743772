package org.hoshimori.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class YamlEditsTests {

    private static final String FILE = """
            # Our tailoring.
            tailoring: 1

            values:
              # The name, as registered.
              reg_company: 星の会社  # see the register
              note: |
                two
                lines
              # How many.
              # count: 3
              posts: [a, b]

            # What does not apply.
            excluded:
              - {clause: tel-2, reason: x}
              - clause: tel-3
                reason: y
            """;

    @Test
    void replacesAValueAndNothingElse() {
        assertThat(edits().set("values", "reg_company", "月の会社").text()).isEqualTo(FILE.replace("星の会社", "月の会社"));
        assertThat(edits().set("values", "posts", "[c]").text()).isEqualTo(FILE.replace("[a, b]", "[c]"));
    }

    @Test
    void replacesLinesByOne() {
        assertThat(edits().set("values", "note", "one").text())
                .isEqualTo(FILE.replace("note: |\n    two\n    lines\n", "note: one\n"));
    }

    @Test
    void putsAValueWhereItStoodAsAComment() {
        assertThat(edits().set("values", "count", "5").text()).isEqualTo(FILE.replace("# count: 3", "count: 5"));
    }

    @Test
    void putsAnyOtherAtTheEndOfItsSection() {
        assertThat(edits().set("values", "month", "6").text())
                .isEqualTo(FILE.replace("  posts: [a, b]\n", "  posts: [a, b]\n  month: 6\n"));
    }

    @Test
    void takesAValueOutWithItsLine() {
        assertThat(edits().remove("values", "reg_company").text())
                .isEqualTo(FILE.replace("  reg_company: 星の会社  # see the register\n", ""));
        assertThat(edits().remove("values", "note").text())
                .isEqualTo(FILE.replace("  note: |\n    two\n    lines\n", ""));
        assertThat(edits().remove("values", "unknown").text()).isEqualTo(FILE);
    }

    @Test
    void addsAndRemovesItems() {
        assertThat(edits().append("excluded", "{clause: tel-4, reason: z}").text())
                .isEqualTo(FILE + "  - {clause: tel-4, reason: z}\n");
        assertThat(edits().remove("excluded", 0).text())
                .isEqualTo(FILE.replace("  - {clause: tel-2, reason: x}\n", ""));
        assertThat(edits().remove("excluded", 1).text())
                .isEqualTo(FILE.replace("  - clause: tel-3\n    reason: y\n", ""));
    }

    @Test
    void opensASectionThatIsNotThereOrEmpty() {
        assertThat(YamlEdits.of("t", "tailoring: 1\n").set("values", "a", "b").text())
                .isEqualTo("tailoring: 1\n\nvalues:\n  a: b\n");
        assertThat(YamlEdits.of("t", "values:\n\naltered:\n  x: y\n")
                        .set("values", "a", "b")
                        .text())
                .isEqualTo("values:\n  a: b\n\naltered:\n  x: y\n");
        assertThat(YamlEdits.of("t", "values: {}\n").set("values", "a", "b").text())
                .isEqualTo("values: {a: b}\n");
        assertThat(YamlEdits.of("t", "").append("excluded", "x").text()).isEqualTo("excluded:\n  - x\n");
    }

    @Test
    void replacesALongListBetweenOthers() {
        String file = """
                tables:
                  a:
                    - {row: x}
                    - {row: y}
                  # About b.
                  b:
                    change: [{row: z}]
                    remove: [w]

                # Below.
                excluded: []
                """;
        YamlEdits edits = YamlEdits.of("t", file);
        assertThat(edits.set("tables", "a", "[]").text())
                .isEqualTo(file.replace("a:\n    - {row: x}\n    - {row: y}\n", "a: []\n"));
        assertThat(edits.set("tables", "b", "[]").text())
                .isEqualTo(file.replace("b:\n    change: [{row: z}]\n    remove: [w]\n", "b: []\n"));
        assertThat(edits.remove("tables", "a").text())
                .isEqualTo(file.replace("  a:\n    - {row: x}\n    - {row: y}\n", ""));
        assertThat(edits.remove("tables", "b").text())
                .isEqualTo(file.replace("  b:\n    change: [{row: z}]\n    remove: [w]\n", ""));
        assertThat(edits.set("tables", "c", "[]").text()).contains("    remove: [w]\n  c: []\n\n# Below.");
    }

    @Test
    void editsWithinBrackets() {
        YamlEdits edits = YamlEdits.of("t", "values: {a: 1, b: 2, c: 3}  # all\n");
        assertThat(edits.set("values", "b", "5").text()).isEqualTo("values: {a: 1, b: 5, c: 3}  # all\n");
        assertThat(edits.set("values", "d", "4").text()).isEqualTo("values: {a: 1, b: 2, c: 3, d: 4}  # all\n");
        assertThat(edits.remove("values", "a").text()).isEqualTo("values: {b: 2, c: 3}  # all\n");
        assertThat(edits.remove("values", "c").text()).isEqualTo("values: {a: 1, b: 2}  # all\n");
    }

    /** Whatever is edited in whatever order: a reader finds what was set, and every comment still stands. */
    @Test
    void keepsWhatAModelKeeps() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            YamlEdits edits = edits();
            Map<String, String> model = new LinkedHashMap<>(values(edits));
            for (int step = 0; step < 12; step++) {
                String key = List.of("reg_company", "note", "count", "posts", "k1", "k2")
                        .get(random.nextInt(6));
                if (random.nextInt(3) == 0) {
                    edits = edits.remove("values", key);
                    model.remove(key);
                } else {
                    String value = "v" + random.nextInt(100) + "字";
                    edits = edits.set("values", key, value);
                    model.put(key, value);
                }
                assertThat(values(edits)).as(edits.text()).containsExactlyInAnyOrderEntriesOf(model);
            }
            assertThat(edits.text())
                    .contains(
                            "# Our tailoring.", "# The name, as registered.", "# What does not apply.", "# How many.");
        }
    }

    private static Map<String, String> values(YamlEdits edits) {
        Map<String, String> values = new LinkedHashMap<>();
        YamlNode section = YamlNode.read("t", edits.text()).orElseThrow().map().get("values");
        section.map().forEach((key, node) -> values.put(key, written(node)));
        return values;
    }

    private static String written(YamlNode node) {
        if (!node.isList()) {
            return node.text();
        }
        List<String> items = new ArrayList<>();
        node.list().forEach(i -> items.add(i.text()));
        return items.size() == 1 ? items.getFirst() : items.toString();
    }

    private static YamlEdits edits() {
        return YamlEdits.of("t", FILE);
    }
}
