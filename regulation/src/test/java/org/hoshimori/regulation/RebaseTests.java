package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.CatalogJson;
import org.junit.jupiter.api.Test;

/** A newer catalog is made of the shipped one by changing its compiled form. */
class RebaseTests {

    private static Catalog newer(String from, String to) {
        String json = new String(CatalogJson.write(Samples.CATALOG), StandardCharsets.UTF_8);
        assertThat(json).contains(from);
        return CatalogJson.read(new ByteArrayInputStream(json.replace(from, to).getBytes(StandardCharsets.UTF_8)));
    }

    private static Rebase.Outcome outcome(String yaml, Catalog to, Map<String, String> renames, String id) {
        List<Rebase.Step> steps = Rebase.of(TailoringReader.read("t.yaml", yaml), Samples.CATALOG, to, renames);
        return steps.stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void keepsWhatTheNewerSampleLeavesAlone() {
        assertThat(outcome("values: {acc-9.3.p_min-length: 14}", Samples.CATALOG, Map.of(), "acc-9.3.p_min-length"))
                .isEqualTo(Rebase.Outcome.KEPT);
    }

    @Test
    void asksForReviewWhereTheSampleChangedToo() {
        Catalog to = newer("\"kind\":\"span\",\"span\":{\"years\":3", "\"kind\":\"span\",\"span\":{\"years\":5");
        assertThat(outcome("values: {inf-3.b_retention: P4Y}", to, Map.of(), "inf-3.b_retention"))
                .isEqualTo(Rebase.Outcome.REVIEW);
        assertThat(outcome("values: {inf-3.b_retention: P5Y}", to, Map.of(), "inf-3.b_retention"))
                .isEqualTo(Rebase.Outcome.NOW_SAMPLE);
    }

    @Test
    void followsRenamedIdsAndReportsWhatIsGoneAndNew() {
        Catalog to = newer("inf-3.b_retention", "inf-3.b_kept-for");
        String yaml = "values: {inf-3.b_retention: P4Y}";
        assertThat(outcome(yaml, to, Map.of("inf-3.b_retention", "inf-3.b_kept-for"), "inf-3.b_kept-for"))
                .isEqualTo(Rebase.Outcome.RENAMED);
        assertThat(outcome(yaml, to, Map.of(), "inf-3.b_retention")).isEqualTo(Rebase.Outcome.GONE);
        assertThat(outcome(yaml, to, Map.of(), "inf-3.b_kept-for")).isEqualTo(Rebase.Outcome.NEW);
        Tailoring moved =
                Rebase.apply(TailoringReader.read("t.yaml", yaml), to, Map.of("inf-3.b_retention", "inf-3.b_kept-for"));
        assertThat(Regulation.resolve(to, moved)
                        .setting("inf-3.b_kept-for")
                        .orElseThrow()
                        .value()
                        .code())
                .isEqualTo("P4Y");
    }

    @Test
    void looksAgainAtExclusionsAndAlterationsWhoseClauseNowSaysOtherwise() {
        Catalog to = newer("ホワイトボード", "電子黒板");
        assertThat(outcome("altered: {phy-3.d: 消す。}", to, Map.of(), "phy-3.d")).isEqualTo(Rebase.Outcome.REVIEW);
        assertThat(outcome("excluded: [{clause: phy-3.d, reason: x}]", to, Map.of(), "phy-3.d"))
                .isEqualTo(Rebase.Outcome.REVIEW);
        assertThat(outcome("excluded: [{clause: phy-3.f, reason: x}]", to, Map.of(), "phy-3.f"))
                .isEqualTo(Rebase.Outcome.KEPT);
    }
}
