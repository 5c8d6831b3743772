package org.hoshimori.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped catalog holds what the source holds: rows, figures, tables, list items. */
class ShippedCatalogTests {

    private static final Catalog CATALOG = CatalogJson.shipped();
    private static final Map<String, Clause> CLAUSES = CATALOG.clauses().collect(Collectors.toMap(Clause::id, c -> c));

    @Test
    void hasElevenChaptersAndTheRegulationItself() {
        assertThat(CATALOG.chapters())
                .extracting(Chapter::id)
                .containsExactly("reg", "org", "hr", "ast", "acc", "phy", "itu", "inf", "sys", "sup", "inc", "tel");
    }

    @Test
    void hasAClauseWithADutyForEveryRowOfTheSpecification() throws Exception {
        for (String row : Source.rows()) {
            assertThat(CLAUSES).containsKey(row);
            long duties =
                    CLAUSES.get(row).tree().mapToLong(c -> c.duties().size()).sum();
            assertThat(duties).as(row).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "acc-9.3.p_min-length, 12",
        "acc-9.3.g_min-length, 10",
        "acc-9.3.p_lockout-threshold, 3",
        "acc-9.3.g_lockout-threshold, 5",
        "acc-9.3.p_lockout-duration, PT6H",
        "acc-9.3.g_lockout-duration, PT1H",
        "acc-9.3.p_password-history, P1Y",
        "acc-4.b_disable-within, P1D",
        "inf-3.b_retention, P3Y",
        "itu-3.2_screen-saver-within, PT5M",
        "itu-3.2_sleep-within, PT5M",
        "hr-2.a_trade-secret-level, 1",
        "sup-1_importance, 1",
        "inc-5_my-number-persons, 100",
        "hr-4.a_rhythm, P1Y",
    })
    void keepsTheFiguresOfTheSource(String parameter, String sample) {
        assertThat(CATALOG.parameters()
                        .filter(p -> p.id().equals(parameter))
                        .findFirst()
                        .orElseThrow())
                .satisfies(p -> {
                    assertThat(p.sample().code()).isEqualTo(sample);
                    assertThat(p.origin()).isEqualTo(Origin.SOURCE);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "sys-1, \\d, 8",
        "sys-5, \\d, 6",
        "sup-3, [a-k], 11",
        "sup-9-1, \\d+, 24",
        "inc-4.b, l\\d-\\d, 11",
        "inc-4.c, l\\d-\\d, 21",
        "inc-4.d, \\d, 7",
        "itu-4.4, [a-k], 11",
        "itu-4.1, [a-f], 6",
    })
    void keepsTheItemsOfTheSourcesLists(String clause, String letters, int items) {
        assertThat(CLAUSES.get(clause).duties().stream().map(Duty::id))
                .filteredOn(id -> id.matches(clause + "\\." + letters))
                .hasSize(items);
    }

    @Test
    void mapsEachChapterToTheSourcesCategories() {
        assertThat(CATALOG.commonCsf()).containsExactly("GV.OC", "GV.RM", "GV.RR", "GV.PO", "GV.OV", "GV.SC");
        assertThat(CATALOG.chapters().get(10).csf())
                .containsExactly("PR.IR", "DE.AE", "RS.MA", "RS.AN", "RS.CO", "RS.MI", "RC.RP", "RC.CO");
        assertThat(CATALOG.csf()).hasSize(6 + 22 + 1);
    }

    @Test
    void givesEveryDutyItsData() {
        assertThat(duties()).hasSizeGreaterThan(400).allSatisfy(d -> {
            assertThat(d.actors()).as(d.id()).isNotEmpty();
            assertThat(d.act()).as(d.id()).matches("[a-z0-9-]+");
            assertThat(d.object()).as(d.id()).matches("[a-z0-9-]+");
            assertThat(d.trigger() == null && d.rhythm() == null).as(d.id()).isFalse();
        });
    }

    @Test
    void carriesTheLegalThreadThroughItsChapters() {
        Set<String> chapters = duties().stream()
                .filter(d -> d.legal() && d.words().ja().contains("{reg_laws}"))
                .map(d -> d.id().substring(0, d.id().indexOf('-')))
                .collect(Collectors.toSet());
        assertThat(chapters).containsExactlyInAnyOrder("ast", "acc", "phy", "itu", "inf", "sys", "sup", "inc");
    }

    @Test
    void wordsProhibitionsAsProhibitions() {
        assertThat(duties().stream().filter(d -> d.modality() == Modality.MUST_NOT && d.layout() == Layout.PARAGRAPH))
                .hasSizeGreaterThan(5)
                .allSatisfy(d -> assertThat(d.words().ja()).as(d.id()).containsAnyOf("てはならない", "ではならない"));
    }

    private static List<Duty> duties() {
        return CATALOG.chapters().stream()
                .flatMap(Chapter::entries)
                .filter(Duty.class::isInstance)
                .map(Duty.class::cast)
                .toList();
    }
}
