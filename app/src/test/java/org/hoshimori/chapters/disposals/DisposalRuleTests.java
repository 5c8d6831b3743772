package org.hoshimori.chapters.disposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.chapters.disposals.DisposalRule.Act;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;
import org.junit.jupiter.api.Test;

class DisposalRuleTests {

    private static final Set<Method> ON_PAPER = EnumSet.of(Method.SHRED, Method.DISSOLVE, Method.BURN);
    private static final Set<Method> ON_MEDIA = EnumSet.of(Method.DESTROY, Method.SHRED, Method.ERASE);

    @Test
    void disposesOfEachMediumAsTheSampleAllows() {
        Map<Medium, Set<Method>> expected = Map.of(
                Medium.PAPER, ON_PAPER,
                Medium.FILM, ON_PAPER,
                Medium.USB, ON_MEDIA,
                Medium.DISK, ON_MEDIA,
                Medium.REWRITABLE_DISC, ON_MEDIA,
                Medium.WRITE_ONCE_DISC, ON_MEDIA);
        expected.forEach((medium, methods) -> assertThat(allowed(sample(), Act.DISPOSE, medium, 2))
                .as(medium.code())
                .isEqualTo(methods));
    }

    @Test
    void usesAgainWhatWasErasedAndCanBe() {
        Set<Method> erased = EnumSet.of(Method.ERASE);
        Set<Method> nothing = EnumSet.noneOf(Method.class);
        Map<Medium, Set<Method>> expected = Map.of(
                Medium.PAPER, nothing,
                Medium.FILM, nothing,
                Medium.USB, erased,
                Medium.DISK, erased,
                Medium.REWRITABLE_DISC, erased,
                Medium.WRITE_ONCE_DISC, nothing);
        expected.forEach((medium, methods) -> assertThat(allowed(sample(), Act.REUSE, medium, 3))
                .as(medium.code())
                .isEqualTo(methods));
    }

    @Test
    void leavesPublicAssetsAlone() {
        assertThat(allowed(sample(), Act.DISPOSE, Medium.DISK, 1)).containsExactlyInAnyOrder(Method.values());
    }

    @Test
    void saysWhichClauseForbidsItAndWhatItAllows() {
        assertThat(DisposalRule.judge(sample(), Act.DISPOSE, Medium.DISK, Method.QUICK_FORMAT, 2, Locale.JAPANESE))
                .isEqualTo(new DisposalRule.Verdict.Refused("ast-3.1", "破壊、細断又は完全消去"));
        assertThat(DisposalRule.judge(sample(), Act.REUSE, Medium.WRITE_ONCE_DISC, Method.ERASE, 2, Locale.JAPANESE))
                .isEqualTo(new DisposalRule.Verdict.Refused("ast-3.2", ""));
    }

    @Test
    void readsTheRowsOfTheOperatorsOwn() {
        Revision ours = revision("""
                tailoring: 1
                tables:
                  ast-3.1_methods:
                    - {row: paper, medium: 書類, allowed: 溶解, forbidden: 細断}
                    - {row: media, medium: ＨＤＤ、USBメモリ, allowed: 破壊, forbidden: －}
                """);
        assertThat(allowed(ours, Act.DISPOSE, Medium.PAPER, 2)).containsExactly(Method.DISSOLVE);
        assertThat(allowed(ours, Act.DISPOSE, Medium.DISK, 2)).containsExactly(Method.DESTROY);
        assertThat(allowed(ours, Act.DISPOSE, Medium.WRITE_ONCE_DISC, 2))
                .as("a medium that no row speaks of")
                .isEmpty();
    }

    private static Set<Method> allowed(Revision revision, Act act, Medium medium, int level) {
        return EnumSet.allOf(Method.class).stream()
                .filter(m -> DisposalRule.judge(revision, act, medium, m, level, Locale.JAPANESE)
                        instanceof DisposalRule.Verdict.Allowed)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Method.class)));
    }

    private static Revision sample() {
        return revision("tailoring: 1\n");
    }

    private static Revision revision(String tailoring) {
        return new Revision(
                1,
                Instant.EPOCH,
                "",
                Regulation.resolve(CatalogJson.shipped(), TailoringReader.read("t.yaml", tailoring)));
    }
}
