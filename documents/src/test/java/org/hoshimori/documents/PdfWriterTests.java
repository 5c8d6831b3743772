package org.hoshimori.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class PdfWriterTests {

    @BeforeAll
    static void startValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFUA_1", "PDFA_2_A"})
    void conformsToTheStandards(PDFAFlavour flavour) throws IOException, VeraPDFException {
        for (Document document : List.of(Regulations.japanese(true), Regulations.english(false), Written.hostile())) {
            assertThat(faults(Written.as(Format.PDF, document), flavour)).isEmpty();
        }
    }

    @Test
    void saysTheWordsInReadingOrder() throws IOException {
        String text = text(Regulations.japanese(false)).replaceAll("\\s+", "");
        assertThat(text.indexOf("星守宇宙システム株式会社")).isPositive();
        List<String> inOrder = List.of(
                "改訂履歴",
                "ログオン試行回数の上限を5回から3回に改めた",
                "目次",
                "第4章アクセス制御及び認証改訂日2026年4月1日適用範囲情報資産の利用者及び情報処理施設",
                "アクセス制御方針対象となるシステムは、第4章9.1「アクセス制御の対象」に記載する。",
                "方針はシステム管理者が作り、情報セキュリティ責任者が承認する。",
                "宇宙システムサブシステム制御の方法衛星運用システムネットワーク運用・制御システム",
                "①感染したパソコンをネットワークから切り離す。",
                "②システム管理者に知らせる。",
                "届出先40");
        int from = text.indexOf("改訂履歴");
        for (String words : inOrder) {
            int at = text.indexOf(words, from);
            assertThat(at).as(words).isGreaterThanOrEqualTo(from);
            from = at;
        }
    }

    @Test
    void numbersPagesButNotTheCover() throws IOException {
        try (PDDocument pdf = open(Regulations.japanese(false))) {
            int pages = pdf.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                String text = text(pdf, page);
                if (page == 1) {
                    assertThat(text).doesNotContain(" / " + pages);
                } else {
                    assertThat(text).contains(page + " / " + pages, "情報セキュリティ関連規程", "第2版");
                }
            }
        }
    }

    @Test
    void outlinesChaptersAndSections() throws IOException {
        try (PDDocument pdf = open(Regulations.japanese(false))) {
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem item :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(item.getTitle());
                item.children().forEach(c -> titles.add("- " + c.getTitle()));
                assertThat(item.findDestinationPage(pdf)).isNotNull();
            }
            assertThat(titles)
                    .containsExactly(
                            "目次",
                            "第1章　組織的対策",
                            "- 1. 情報セキュリティのための組織",
                            "- 2. 情報セキュリティの監査・点検",
                            "- 3. 情報セキュリティに関する情報共有",
                            "第4章　アクセス制御及び認証",
                            "- 1. アクセス制御方針",
                            "- 9. 標準設定等",
                            "第10章　情報セキュリティインシデント対応ならびに事業継続管理",
                            "- 4. インシデントへの対応",
                            "- 5. 届出先");
        }
    }

    @Test
    void tagsWhatItPrints() throws IOException {
        try (PDDocument pdf = open(Regulations.japanese(true))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ja");
            List<String> tags = new ArrayList<>();
            collect(pdf.getDocumentCatalog().getStructureTreeRoot(), tags);
            assertThat(tags)
                    .contains(
                            "H1", "H2", "H3", "H4", "H5", "P", "L", "LI", "LBody", "Table", "THead", "TH", "TD",
                            "Caption", "Link", "Figure");
            assertThat(tags.stream().filter("Figure"::equals)).hasSize(1);
        }
    }

    @Test
    void embedsOnlyTheFontsThatItNeeds() throws IOException {
        assertThat(fonts(Regulations.english(false)))
                .hasSize(2)
                .allMatch(f -> f.matches("[A-Z]{6}\\+BIZUDPGothic-(Regular|Bold)"));
        assertThat(fonts(Written.hostile()))
                .anyMatch(f -> f.contains("NotoSansJP"))
                .anyMatch(f -> f.contains("NotoEmoji"));
    }

    @Test
    void leadsFromContentsAndReferencesToPages() throws IOException {
        try (PDDocument pdf = open(Regulations.japanese(false))) {
            long links = 0;
            for (PDPage page : pdf.getPages()) {
                links += page.getAnnotations().stream()
                        .filter(PDAnnotationLink.class::isInstance)
                        .count();
            }
            assertThat(links).isGreaterThanOrEqualTo(14);
        }
    }

    @Test
    void tellsTitleCompanyAndDate() throws IOException {
        try (PDDocument pdf = open(Regulations.japanese(false))) {
            var information = pdf.getDocumentInformation();
            assertThat(information.getTitle()).isEqualTo("情報セキュリティ関連規程");
            assertThat(information.getAuthor()).isEqualTo("星守宇宙システム株式会社");
            assertThat(information.getCreationDate().toInstant()).isEqualTo("2026-04-01T00:00:00Z");
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
        }
    }

    @Test
    void tellsOpenPlacesByWordInADraftOnly() throws IOException {
        assertThat(text(Regulations.japanese(true))).contains("要記入", "要選択", "宇宙", "自社", "草案");
        assertThat(text(Regulations.japanese(false)))
                .doesNotContain("要記入", "要選択", "草案")
                .contains("英文のまま");
    }

    @Test
    void printsRareKanjiAndPictographs() throws IOException {
        assertThat(text(Written.hostile())).contains("𠮷野家", "🚀", "<script>alert(1)</script>");
    }

    @Test
    void printsTheGetaWhereNoFontHasTheCharacter() throws IOException {
        Document document = Regulations.japanese(
                false,
                List.of(new Chapter("org", "1", Phrase.of("한국"), Phrase.EMPTY, Phrase.EMPTY, List.of(), List.of())));
        assertThat(text(document)).contains("〓〓");
    }

    @Test
    void beginsNoLineWithAStopAndEndsNoneWithAnOpeningBracket() throws IOException {
        Random random = new Random(20260401);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            blocks.add(Words.paragraph(
                    "",
                    "情報資産".repeat(1 + random.nextInt(12)) + "を".repeat(random.nextInt(4)) + "（",
                    Words.sample("p", "", "所属部門長".substring(random.nextInt(4))),
                    "）。",
                    Words.link("org", "「組織」"),
                    "、（",
                    Words.sample("q", "", "3"),
                    "）に従う。"));
        }
        Document document = Regulations.japanese(
                false,
                List.of(new Chapter("org", "1", Phrase.of("組織"), Phrase.EMPTY, Phrase.EMPTY, List.of(), blocks)));
        List<String> lines = text(document)
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
        assertThat(lines).hasSizeGreaterThan(150).noneMatch(l -> "、。）」".indexOf(l.charAt(0)) >= 0);
        assertThat(lines).noneMatch(l -> "（「".indexOf(l.charAt(l.length() - 1)) >= 0);
    }

    @Test
    void writesTheSameBytesAgain() {
        assertThat(Written.as(Format.PDF, Regulations.japanese(true)))
                .isEqualTo(Written.as(Format.PDF, Regulations.japanese(true)));
    }

    private static PDDocument open(Document document) throws IOException {
        return Loader.loadPDF(Written.as(Format.PDF, document));
    }

    private static String text(Document document) throws IOException {
        try (PDDocument pdf = open(document)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private static List<String> fonts(Document document) throws IOException {
        try (PDDocument pdf = open(document)) {
            List<String> names = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    names.add(font.getName());
                }
            }
            return names.stream().distinct().toList();
        }
    }

    private static void collect(PDStructureNode node, List<String> tags) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                collect(element, tags);
            }
        }
    }

    static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws IOException, VeraPDFException {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isPositive();
            return StreamSupport.stream(result.getTestAssertions().spliterator(), false)
                    .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                    .map(a -> a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + " " + a.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
