package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.Words;
import org.hoshimori.yaml.Place;
import org.junit.jupiter.api.Test;

class TailoringTextTests {

    private static final Catalog CATALOG = CatalogJson.shipped();

    private static final String FILE = """
            tailoring: 1
            catalog: 1.0.0
            language: ja

            values:
              reg_company: 株式会社○○   # as registered
              reg_title: {ja: 情報セキュリティ規程, en: "Security, regulations"}
              acc-9.3.p_lockout-threshold: 3
              acc-3_approver: [security-officer, representative-director]

            posts:
              security-officer: 最高情報セキュリティ責任者

            tables:
              tel-2.3_markets:
                - {row: android, device: Android端末, maker: Google, market: "Google, Play"}
              phy-4_points:
                change: [{row: head-post, point: 本社1階の郵便受け}]
                remove: [other]

            # What does not apply.
            excluded:
              - {clause: tel-2.2, reason: 私有機器を業務に使わないため}

            altered:
              ast-2.b: ノートパソコンに保存して持ち出すときは、必ず暗号化する。

            added:
              - clause: ast-2.x-customs
                within: ast-2
                after: ast-2.b
                title: 国外への持ち出し
                text: |
                  国外へ持ち出すときは、輸出管理の確認を受ける。
                modality: must
                actor: all-employees
                mode: person
                record: take-out-record
            """;

    @Test
    void setsWhatAFormAsks() {
        TailoringText text = file().value("acc-9.3.p_lockout-threshold", List.of("5"))
                .value("acc-6_approver", List.of("system-administrator", "security-officer"))
                .words("reg_company", new Words("月: の会社 # 2", null))
                .excluded("tel-2.3", new Words("使わないため", "Not used"))
                .altered("ast-2.a", new Words("新しい\n文", null))
                .post("audit-manager", new Words("監査役", "Auditor"));
        Tailoring read = text.read();
        assertThat(read.values().get("acc-9.3.p_lockout-threshold").texts()).containsExactly("5");
        assertThat(read.values().get("acc-6_approver").texts())
                .containsExactly("system-administrator", "security-officer");
        assertThat(read.values().get("reg_company").words()).isEqualTo(new Words("月: の会社 # 2", null));
        assertThat(read.exclusions()).extracting(Tailoring.Exclusion::clause).containsExactly("tel-2.2", "tel-2.3");
        assertThat(read.alterations().get("ast-2.a").words()).isEqualTo(new Words("新しい\n文", null));
        assertThat(read.titles().get("audit-manager").title()).isEqualTo(new Words("監査役", "Auditor"));
        assertThat(text.text()).contains("# as registered", "# What does not apply.");
    }

    @Test
    void takesBackWhatAFormTakesBack() {
        TailoringText text = file().excluded("tel-2.2", new Words("ほかの理由", null));
        assertThat(text.read().exclusions()).hasSize(1);
        assertThat(text.included("tel-2.2").read().exclusions()).isEmpty();
        assertThat(file().sample("reg_company").read().values()).doesNotContainKey("reg_company");
        assertThat(file().unaltered("ast-2.b").read().alterations()).isEmpty();
    }

    @Test
    void setsTheRowsOfATable() {
        Tailoring.Row row =
                new Tailoring.Row(new Place("form", 1, 1), "head-post", Map.of("point", new Words("本社: 受付 [1]", null)));
        for (String table : List.of("phy-4_points", "tel-2.3_markets", "acc-9.1_systems")) {
            TailoringText text = file().rows(table, List.of(row, row)).rows(table, List.of(row));
            assertThat(text.read().tables().get(table).rows())
                    .as(text.text())
                    .extracting(Tailoring.Row::cells)
                    .containsExactly(row.cells());
            assertThat(text.read().tables().get(table).replace()).isTrue();
            assertThat(text.sampleRows(table).read().tables()).doesNotContainKey(table);
            assertThat(text.text()).contains("# What does not apply.");
        }
        assertThat(file().rows("phy-4_points", List.of())
                        .read()
                        .tables()
                        .get("phy-4_points")
                        .rows())
                .isEmpty();
    }

    @Test
    void writesWhatItsReaderReads() {
        Tailoring read = TailoringReader.read("a", FILE);
        String written = TailoringWriter.text(read);
        Tailoring again = TailoringReader.read("b", written);
        assertThat(TailoringWriter.text(again)).isEqualTo(written);
        assertThat(Difference.between(Regulation.resolve(CATALOG, read), Regulation.resolve(CATALOG, again)))
                .isEmpty();
        assertThat(again.exclusions()).hasSize(1);
        assertThat(again.additions().getFirst().words().in(Lang.JA)).isEqualTo("国外へ持ち出すときは、輸出管理の確認を受ける。");
        assertThat(again.tables()).containsOnlyKeys("tel-2.3_markets", "phy-4_points");
        assertThat(again.tables().get("phy-4_points").removed()).containsExactly("other");
    }

    @Test
    void writesTailoringsLaidOverEachOtherAsOne() {
        Tailoring below = TailoringReader.read("a", FILE);
        Tailoring over = TailoringReader.read("b", """
                values: {reg_effective-on: 2027-04-01, acc-9.3.p_lockout-threshold: 4}
                tables:
                  phy-4_points: {change: [{row: head-post, point: 別の郵便受け}], remove: [entrance]}
                  tel-2.3_markets: [{row: ios, device: iPhone, maker: Apple, market: App Store}]
                excluded: [{clause: tel-2.2, reason: 別の理由}, {clause: tel-2.3, reason: 同じ}]
                altered: {ast-2.a: 別の文}
                """);
        Regulation both = Regulation.resolve(CATALOG, below, over);
        String written = TailoringWriter.text(Tailoring.merged(both.tailorings()));
        Regulation one = Regulation.resolve(CATALOG, TailoringReader.read("c", written));
        assertThat(Difference.between(both, one)).isEmpty();
        assertThat(one.exclusions().get("tel-2.2").reason()).isEqualTo(new Words("別の理由", null));
        assertThat(one.exclusions()).containsKey("tel-2.3");
    }

    /** Whatever words somebody types into a form come back as they are. */
    @Test
    void keepsAnyWords() {
        Random random = new Random(3);
        String characters = "aあ漢 :#{}[],&*!|>'\"%@`\\-?\n\t~。0";
        List<String> texts = CATALOG.parameters()
                .filter(p -> p.type() == org.hoshimori.catalog.ParameterType.TEXT)
                .map(Parameter::id)
                .toList();
        TailoringText text = file();
        for (int i = 0; i < 400; i++) {
            StringBuilder words = new StringBuilder("x");
            for (int c = random.nextInt(12); c > 0; c--) {
                words.append(characters.charAt(random.nextInt(characters.length())));
            }
            String said = words.append('x').toString();
            String id = texts.get(random.nextInt(texts.size()));
            boolean both = random.nextBoolean();
            text = text.words(id, both ? new Words(said, said) : new Words(said, null));
            assertThat(text.read().values().get(id).words().ja())
                    .as(text.text())
                    .isEqualTo(said);
        }
    }

    private static TailoringText file() {
        return new TailoringText("tailoring.yaml", FILE);
    }

    @Test
    void addsAClauseOfTheOperatorsOwn() {
        Tailoring.Addition own = new Tailoring.Addition(
                new Place("text", 1, 1),
                "phy-4.x-cars",
                "phy-4",
                null,
                Words.only(Lang.JA, "社用車"),
                Words.only(Lang.JA, "鍵は「金庫」に: \"入れる\"。"),
                null,
                List.of(),
                null,
                null);
        for (String file : List.of(FILE, "tailoring: 1\n", "tailoring: 1\nadded:\n")) {
            int before = new TailoringText("t", file).read().additions().size();
            List<Tailoring.Addition> after =
                    new TailoringText("t", file).added(own).read().additions();
            assertThat(after).hasSize(before + 1);
            assertThat(after.getLast().id()).isEqualTo("phy-4.x-cars");
            assertThat(after.getLast().words()).isEqualTo(own.words());
            assertThat(Regulation.resolve(
                                    CATALOG,
                                    new TailoringText("t", file).added(own).read())
                            .clause("phy-4.x-cars"))
                    .isPresent();
        }
    }
}
