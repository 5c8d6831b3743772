package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InsertionTests {

    private static final Insertion INSERTION = Insertion.of(OscalCatalog.of(
            "44444444-4444-4444-8444-444444444444",
            Metadata.of("T", Synthetic.DATE, "1"),
            List.of(Group.of(
                            "g",
                            "G",
                            List.of(Control.of("c", "C")
                                    .withParams(List.of(
                                            Param.of("set", "label", List.of("30 days", "yearly")),
                                            Param.of("open", "organization-defined frequency", List.of()),
                                            Param.of("bare", null, List.of()),
                                            Param.of("loop", "see {{ insert: param, loop }}", List.of()),
                                            choice("one", null),
                                            choice("many", "one-or-more")))))
                    .withParams(List.of(Param.of("group", "g", List.of("of the group"))))),
            List.of()));

    private static Param choice(String id, @Nullable String howMany) {
        return Param.of(id, null, List.of())
                .withValues(List.of(), new Param.Select(howMany, List.of("daily", "after {{ insert: param, set }}")));
    }

    @Test
    void fillsValuesAndPrintsWhatIsOpenAsNistDoes() {
        assertThat(INSERTION.fill("a {{ insert: param, set }} b")).isEqualTo("a 30 days, yearly b");
        assertThat(INSERTION.fill("{{insert:param,open}}.")).isEqualTo("[Assignment: organization-defined frequency].");
        assertThat(INSERTION.fill("{{ insert: param, bare }}")).isEqualTo("[Assignment: bare]");
        assertThat(INSERTION.fill("{{ insert: param, one }}")).isEqualTo("[Selection: daily; after 30 days, yearly]");
        assertThat(INSERTION.fill("{{ insert: param, many }}"))
                .isEqualTo("[Selection (one or more): daily; after 30 days, yearly]");
        assertThat(INSERTION.fill("{{ insert: param, group }}")).isEqualTo("of the group");
        assertThat(INSERTION.fill("{{ insert: param, none }}")).isEqualTo("[Assignment: none]");
    }

    @Test
    void endsWhenAParameterInsertsItself() {
        assertThat(INSERTION.fill("{{ insert: param, loop }}"))
                .startsWith("[Assignment: see [Assignment: see")
                .hasSizeLessThan(400);
    }

    @Test
    void leavesOtherBracesAlone() {
        assertThat(INSERTION.fill("{{ x }} {{ insert: image, y }} {{")).isEqualTo("{{ x }} {{ insert: image, y }} {{");
        assertThat(INSERTION.value("set")).contains("30 days, yearly");
        assertThat(INSERTION.value("none")).isEmpty();
    }
}
