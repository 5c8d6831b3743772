package org.hoshimori.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Lang;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Tailoring;
import org.hoshimori.regulation.TailoringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegulationDocumentTests {

    private static final Catalog CATALOG = CatalogJson.shipped();

    @ParameterizedTest
    @EnumSource
    void leadsToEveryClauseOfTheShippedCatalog(Lang lang) {
        Regulation regulation = Regulation.resolve(CATALOG, Tailoring.none());
        Document document = document(regulation, lang);
        List<String> clauses = regulation.chapters().stream()
                .flatMap(org.hoshimori.catalog.Chapter::clauses)
                .map(Clause::id)
                .toList();
        assertThat(clauses).hasSizeGreaterThan(150);
        assertThat(document.ids()).containsAll(clauses);
        assertThat(document.chapters()).hasSize(12);
        assertThat(runs(document).filter(Run.Link.class::isInstance).map(r -> ((Run.Link) r).clause()))
                .isNotEmpty()
                .allMatch(document.ids()::contains);
    }

    @Test
    void hasTheSameShapeInBothLanguages() {
        Regulation regulation = Regulation.resolve(CATALOG, Tailoring.none());
        Document ja = document(regulation, Lang.JA);
        Document en = document(regulation, Lang.EN);
        assertThat(shape(en)).isEqualTo(shape(ja));
    }

    @Test
    void insertsEveryValueWithItsState() {
        Document document =
                document(tailored("values:\n  acc-9.3.p_lockout-threshold: 5\n  reg_company: 星守\n"), Lang.JA);
        List<Run.Value> values = values(document);
        assertThat(values)
                .anySatisfy(v -> {
                    assertThat(v.parameter()).isEqualTo("acc-9.3.p_lockout-threshold");
                    assertThat(v.text()).isEqualTo("5");
                    assertThat(v.state()).isEqualTo(Run.State.SET);
                    assertThat(v.label()).isNotBlank();
                })
                .anyMatch(v -> v.state() == Run.State.SAMPLE)
                .anyMatch(v -> v.state() == Run.State.CHOOSE)
                .anyMatch(v -> v.state() == Run.State.FILL);
        assertThat(document.company().plain()).isEqualTo("星守");
        assertThat(runs(document).map(Run::text)).noneMatch(t -> t.contains("{") || t.contains("[["));
    }

    @Test
    void keepsThePlaceOfASectionThatDoesNotApply() {
        Document document = document(tailored("excluded:\n  - {clause: ast-3.2, reason: 媒体は再利用しない。}\n"), Lang.JA);
        List<Block> blocks = chapter(document, "ast").blocks();
        Block.Excluded excluded = blocks.stream()
                .filter(Block.Excluded.class::isInstance)
                .map(Block.Excluded.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(excluded.number()).isEqualTo("3.2");
        assertThat(excluded.level()).isEqualTo(2);
        assertThat(excluded.reason().plain()).isEqualTo("媒体は再利用しない。");
        List<String> numbers = blocks.stream()
                .map(b -> b instanceof Block.Section s ? s.number() : b instanceof Block.Excluded e ? e.number() : "")
                .filter(n -> !n.isEmpty())
                .toList();
        assertThat(numbers).containsSubsequence("3", "3.1", "3.2", "4", "4.1");
    }

    @Test
    void marksTheOperatorsOwnWordsAndThoseInTheOtherLanguage() {
        Document document = document(tailored("""
                        altered:
                          ast-2.b: 全てのノートPCを暗号化する。
                        added:
                          - {clause: ast-2.x-customs, within: ast-2, after: ast-2.b, title: 国外, text: 輸出管理の確認を受ける。, modality: must, actor: all-employees}
                        """), Lang.EN);
        Run altered = run(document, "全てのノートPCを暗号化する。");
        assertThat(altered.marks()).contains(Run.Mark.OWN, Run.Mark.OTHER_LANGUAGE);
        assertThat(run(document, "輸出管理の確認を受ける。").marks()).contains(Run.Mark.OWN);
        assertThat(document.ids()).contains("ast-2.x-customs");
    }

    @Test
    void marksWhatWasAdaptedForSpaceOperators() {
        Document document = document(Regulation.resolve(CATALOG, Tailoring.none()), Lang.JA);
        assertThat(runs(document).filter(r -> r.marks().contains(Run.Mark.SPACE)))
                .hasSizeGreaterThan(20);
        assertThat(chapter(document, "phy").blocks().stream()
                        .filter(b -> b.ids().contains("phy-2.b"))
                        .flatMap(RegulationDocumentTests::phrases))
                .isNotEmpty()
                .allMatch(p -> p.all(Run.Mark.SPACE));
    }

    @Test
    void drawsTheCommitteeAndCountsStepsAnewInEachClause() {
        Document document = document(Regulation.resolve(CATALOG, Tailoring.none()), Lang.JA);
        Block.Chart chart = blocks(document)
                .filter(Block.Chart.class::isInstance)
                .map(Block.Chart.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(chart.posts()).singleElement().satisfies(top -> {
            assertThat(top.title().plain()).isEqualTo("代表取締役");
            assertThat(top.reports().getFirst().title().plain()).isEqualTo("情報セキュリティ責任者");
            assertThat(top.reports().getFirst().reports()).hasSizeGreaterThan(3);
        });
        List<Integer> steps = blocks(document)
                .filter(Block.Step.class::isInstance)
                .map(b -> ((Block.Step) b).number())
                .toList();
        assertThat(steps.stream().filter(n -> n == 1)).hasSizeGreaterThan(1);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i) == 1 || steps.get(i) == steps.get(i - 1) + 1)
                    .isTrue();
        }
    }

    @Test
    void opensBlanksOfTables() {
        Phrase phrase = RegulationPhrases.open(Phrase.of("○○管理システム、090-****-****、____ and ●●●●"), "t", "表");
        assertThat(phrase.runs().stream().filter(Run.Value.class::isInstance).map(Run::text))
                .containsExactly("○○", "****", "****", "____", "●●●●");
        assertThat(phrase.plain()).isEqualTo("○○管理システム、090-****-****、____ and ●●●●");
    }

    @Test
    void listsThisEditionWhereThereIsNoHistory() {
        Document document = document(tailored("values:\n  reg_effective-on: 2026-04-01\n"), Lang.JA);
        assertThat(document.history())
                .singleElement()
                .matches(e -> e.date().plain().equals("2026年4月1日"));
        assertThat(document.dated()).isEqualTo("2026-04-01");
    }

    @ParameterizedTest
    @EnumSource
    void writesTheWholeCatalogInEveryFormat(Format format) {
        assertThat(Written.as(format, document(Regulation.resolve(CATALOG, Tailoring.none()), Lang.JA)))
                .hasSizeGreaterThan(50_000);
    }

    @Test
    void statesWhatAppliesAndWhatDoesNot() {
        ApplicabilityStatement statement = RegulationApplicability.of(tailored("""
                        values:
                          itu-5.1_private-use: forbid
                        excluded:
                          - {clause: ast-3.2, reason: 媒体は再利用しない。}
                        added:
                          - {clause: ast-2.x-customs, within: ast-2, title: 国外, text: 確認を受ける。, modality: must, actor: all-employees}
                        """), Lang.JA);
        long clauses = CATALOG.chapters().stream()
                .filter(c -> !c.id().equals("reg"))
                .flatMap(org.hoshimori.catalog.Chapter::clauses)
                .filter(Clause::hasOwnMatter)
                .count();
        assertThat(statement.clauses()).hasSize((int) clauses + 1);
        assertThat(clause(statement, "ast-3.2").reason()).isEqualTo("媒体は再利用しない。");
        assertThat(clause(statement, "ast-3.2").executed()
                        + clause(statement, "ast-3.2").person())
                .isZero();
        assertThat(clause(statement, "ast-2.x-customs").applies()).isTrue();
        assertThat(clause(statement, "acc-9.3.p").values()).anyMatch(v -> v.endsWith(": 3"));
        assertThat(clause(statement, "acc-9.3.p").number()).isEqualTo("9.3");
        assertThat(statement.clauses()).allMatch(c -> c.annexA().stream().allMatch(a -> a.startsWith("A.")));
        assertThat(statement.clauses().stream().filter(c -> !c.applies()))
                .hasSizeGreaterThan(1)
                .allMatch(c -> !c.reason().isEmpty());
        assertThat(statement.parameters()).hasSizeGreaterThan(100);
    }

    private static Regulation tailored(String yaml) {
        return Regulation.resolve(CATALOG, TailoringReader.read("t.yaml", yaml));
    }

    private static Document document(Regulation regulation, Lang lang) {
        return RegulationDocument.of(regulation, lang, true, null, List.of());
    }

    private static Chapter chapter(Document document, String id) {
        return document.chapters().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ApplicabilityStatement.Clause clause(ApplicabilityStatement statement, String id) {
        return statement.clauses().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Block> blocks(Document document) {
        return document.chapters().stream().flatMap(c -> c.blocks().stream());
    }

    private static Stream<Run> runs(Document document) {
        return blocks(document).flatMap(RegulationDocumentTests::phrases).flatMap(p -> p.runs().stream());
    }

    private static Run run(Document document, String text) {
        return runs(document).filter(r -> r.text().equals(text)).findFirst().orElseThrow();
    }

    private static List<Run.Value> values(Document document) {
        return runs(document)
                .filter(Run.Value.class::isInstance)
                .map(Run.Value.class::cast)
                .toList();
    }

    private static Stream<Phrase> phrases(Block block) {
        return switch (block) {
            case Block.Section s -> Stream.of(s.title());
            case Block.Paragraph p -> Stream.of(p.words());
            case Block.Item i -> Stream.of(i.words());
            case Block.Step s -> Stream.of(s.words());
            case Block.Note n -> Stream.of(n.words());
            case Block.Heading h -> Stream.of(h.words());
            case Block.Grid g ->
                g.rows().stream().flatMap(r -> r.cells().stream()).flatMap(c -> c.paragraphs().stream());
            case Block.Excluded e -> Stream.of(e.title(), e.reason());
            case Block.Chart c -> Stream.of(c.caption());
            case Block.PageBreak _ -> Stream.empty();
        };
    }

    private static List<String> shape(Document document) {
        List<String> shape = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        blocks(document).forEach(b -> {
            shape.add(b.getClass().getSimpleName() + " " + b.ids());
            seen.addAll(b.ids());
        });
        assertThat(seen).isNotEmpty();
        return shape;
    }
}
