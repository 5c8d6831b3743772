package org.hoshimori.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class WordWriterTests {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    @Test
    void numbersAndLevelsHeadings() throws IOException {
        try (XWPFDocument word = open(Regulations.japanese(false))) {
            assertThat(word.getParagraphs().stream()
                            .filter(p -> String.valueOf(p.getStyle()).startsWith("Heading"))
                            .map(p -> p.getStyle().substring(7) + " " + p.getText()))
                    .containsExactly(
                            "1 第1章　組織的対策",
                            "2 1. 情報セキュリティのための組織",
                            "2 2. 情報セキュリティの監査・点検",
                            "2 3. 情報セキュリティに関する情報共有",
                            "1 第4章　アクセス制御及び認証",
                            "2 1. アクセス制御方針",
                            "2 9. 標準設定等",
                            "3 9.1 アクセス制御の対象",
                            "3 9.3 利用者アカウント・パスワードの条件",
                            "4 9.3.1 特権アカウント",
                            "1 第10章　情報セキュリティインシデント対応ならびに事業継続管理",
                            "2 4. インシデントへの対応",
                            "2 5. 届出先");
            for (int level = 1; level <= 4; level++) {
                assertThat(word.getStyles()
                                .getStyle("Heading" + level)
                                .getCTStyle()
                                .getPPr()
                                .getOutlineLvl()
                                .getVal())
                        .isEqualTo(level - 1);
            }
        }
    }

    @Test
    void leadsEveryLinkAndContentsEntryToABookmark() {
        org.w3c.dom.Document body = body(Regulations.japanese(true));
        Set<String> names = names(body);
        List<String> anchors = Written.elements(body, "hyperlink").stream()
                .map(e -> e.getAttributeNS(W, "anchor"))
                .toList();
        assertThat(anchors).hasSizeGreaterThan(12);
        assertThat(names).containsAll(anchors);
        assertThat(Written.elements(body, "instrText").stream()
                        .map(Element::getTextContent)
                        .filter(t -> t.contains("PAGEREF"))
                        .map(t -> t.strip().split(" ")[1]))
                .isNotEmpty()
                .allMatch(names::contains);
    }

    @Test
    void namesEveryBookmarkOnceInAWayThatWordAccepts() {
        Document document = Regulations.japanese(true);
        List<Element> starts = Written.elements(body(document), "bookmarkStart");
        assertThat(starts).hasSameSizeAs(document.ids());
        assertThat(starts.stream().map(e -> e.getAttributeNS(W, "name")))
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches("[A-Za-z_][A-Za-z0-9_]{0,39}"));
        assertThat(starts.stream().map(e -> e.getAttributeNS(W, "id"))).doesNotHaveDuplicates();
    }

    @Test
    void showsContentsBeforeTheyAreUpdated() throws IOException {
        try (XWPFDocument word = open(Regulations.japanese(false))) {
            String body = word.getDocument().xmlText();
            assertThat(body).contains("TOC \\o \"1-3\" \\h \\z \\u").contains("w:dirty=\"true\"");
        }
        org.w3c.dom.Document body = body(Regulations.japanese(false));
        List<String> entries = Written.elements(body, "p").stream()
                .filter(p -> style(p).startsWith("TOC") && !style(p).equals("TOCHeading"))
                .map(p -> style(p) + " " + text(p))
                .toList();
        assertThat(entries.getFirst()).isEqualTo("TOC1 第1章　組織的対策5");
        assertThat(entries).contains("TOC3 9.1 アクセス制御の対象7").noneMatch(e -> e.contains("9.3.1"));
        List<Element> characters = Written.elements(body, "fldChar");
        for (String type : List.of("begin", "separate", "end")) {
            assertThat(characters.stream()
                            .filter(c -> c.getAttributeNS(W, "fldCharType").equals(type)))
                    .hasSize(1 + entries.size());
        }
    }

    @Test
    void countsStepsAnewInEveryList() throws IOException {
        try (XWPFDocument word = open(Regulations.japanese(false))) {
            List<XWPFParagraph> steps = word.getParagraphs().stream()
                    .filter(p -> "ListStep".equals(p.getStyle()))
                    .toList();
            assertThat(steps.stream().map(p -> p.getNumID().intValue())).containsExactly(2, 2, 2, 2, 3, 3);
            assertThat(steps).allMatch(p -> "decimalEnclosedCircle".equals(p.getNumFmt()));
            assertThat(word.getNumbering()
                            .getNum(steps.getLast().getNumID())
                            .getCTNum()
                            .getLvlOverrideList())
                    .singleElement()
                    .matches(o -> o.getStartOverride().getVal().intValue() == 1);
        }
    }

    @Test
    void givesListsTwoLevels() throws IOException {
        try (XWPFDocument word = open(Regulations.japanese(false))) {
            assertThat(word.getNumbering().getAbstractNums()).hasSize(2);
            assertThat(word.getParagraphs().stream().map(p -> String.valueOf(p.getStyle())))
                    .containsSubsequence("ListBullet", "ListBullet2", "ListBullet2", "ListBullet");
        }
    }

    @Test
    void repeatsHeadRowsAndKeepsRowsWhole() throws IOException {
        try (XWPFDocument word = open(Regulations.japanese(false))) {
            List<XWPFTable> grids = word.getTables().stream()
                    .filter(t -> t.getRow(0).isRepeatHeader())
                    .toList();
            assertThat(grids).hasSize(5);
            assertThat(grids.stream().flatMap(t -> t.getRows().stream())).noneMatch(r -> !r.isCantSplitRow());
            XWPFTable addresses = grids.getLast();
            assertThat(addresses.getRows()).hasSize(41);
            assertThat(addresses.getRow(40).getCell(3).getText()).isEqualTo("03-0000-0050");
        }
    }

    @Test
    void headsEveryChapterWithNumberTitleDateAndScope() throws IOException {
        try (XWPFDocument word = open(Regulations.japanese(false))) {
            assertThat(word.getTables().stream()
                            .map(t -> t.getRow(0).getTableCells().stream()
                                    .map(c -> c.getText())
                                    .collect(Collectors.joining("|"))))
                    .contains("章|第4章　アクセス制御及び認証|改訂日|2026年4月1日");
            assertThat(word.getTables().stream()
                            .map(t -> t.getText().replace('\n', ' ').replace('\t', '|')))
                    .anyMatch(t -> t.contains("適用範囲|情報資産の利用者及び情報処理施設"));
        }
    }

    @Test
    void marksOpenPlacesOnlyInADraft() {
        org.w3c.dom.Document draft = body(Regulations.japanese(true));
        assertThat(styled(draft, "FillIn")).contains("○年○月○日", "○月", "人事課長");
        assertThat(styled(draft, "Choose")).contains("監査・点検");
        assertThat(styled(draft, "SpaceSpecific")).anyMatch(t -> t.startsWith("宇宙活動法"));
        assertThat(styled(draft, "OwnWords")).contains("生体認証を併せて用いる。");
        assertThat(text(draft.getDocumentElement())).contains("草案の印", "草案（未承認）");

        org.w3c.dom.Document finished = body(Regulations.japanese(false));
        for (String style : List.of("FillIn", "Choose", "SpaceSpecific", "OwnWords")) {
            assertThat(styled(finished, style)).isEmpty();
        }
        assertThat(text(finished.getDocumentElement())).doesNotContain("草案").contains("○年○月○日", "［英文のまま］");
    }

    @Test
    void coloursMarksAsTheSampleDoes() throws IOException {
        try (XWPFDocument word = open(Regulations.japanese(true))) {
            assertThat(word.getStyles().getStyle("FillIn").getCTStyle().getRPr().xmlText())
                    .contains("C00000", "double");
            assertThat(word.getStyles().getStyle("Choose").getCTStyle().getRPr().xmlText())
                    .contains("0017C1", "wave");
            assertThat(word.getStyles()
                            .getStyle("SpaceSpecific")
                            .getCTStyle()
                            .getRPr()
                            .xmlText())
                    .contains("w:fill=\"CFF0DB\"");
        }
    }

    @Test
    void saysWhoseAndWhichEditionOnEveryPage() throws IOException {
        try (XWPFDocument word = open(Regulations.japanese(true))) {
            assertThat(word.getHeaderList())
                    .singleElement()
                    .matches(h -> h.getText().contains("星守宇宙システム株式会社\t情報セキュリティ関連規程"));
            assertThat(word.getFooterList()).singleElement().satisfies(f -> {
                assertThat(f.getText()).contains("草案（未承認）　第2版　施行日 2026年4月1日");
                assertThat(f._getHdrFtr().xmlText()).contains(" PAGE ").contains(" NUMPAGES ");
            });
            assertThat(word.getDocument().getBody().getSectPr().isSetTitlePg()).isTrue();
        }
    }

    @Test
    void tellsTitleCompanyLanguageAndDate() throws IOException {
        try (XWPFDocument word = open(Regulations.japanese(false))) {
            var core = word.getProperties().getCoreProperties();
            assertThat(core.getTitle()).isEqualTo("情報セキュリティ関連規程");
            assertThat(core.getCreator()).isEqualTo("星守宇宙システム株式会社");
            assertThat(core.getCreated()).isEqualTo("2026-04-01T00:00:00Z");
            assertThat(core.getUnderlyingProperties().getLanguageProperty()).contains("ja-JP");
            assertThat(word.getAllPictures()).hasSize(1);
            assertThat(word.getStyles().getCtStyles().getDocDefaults().xmlText())
                    .contains("w:eastAsia=\"BIZ UDPGothic\"", "w:eastAsia=\"ja-JP\"");
        }
        try (XWPFDocument word = open(Regulations.english(false))) {
            assertThat(word.getProperties()
                            .getCoreProperties()
                            .getUnderlyingProperties()
                            .getLanguageProperty())
                    .contains("en-US");
            assertThat(word.getAllPictures()).isEmpty();
        }
    }

    @Test
    void isValidAgainstTheStandardsSchemas() {
        OfficeSchemas schemas = OfficeSchemas.word();
        for (Document document : List.of(
                Regulations.japanese(true),
                Regulations.japanese(false),
                Regulations.english(true),
                Written.hostile())) {
            Map<String, byte[]> parts = Written.parts(Written.as(Format.DOCX, document));
            parts.keySet().removeIf(n -> !n.startsWith("word/") || n.contains("_rels") || n.contains("media"));
            parts.put(
                    "docProps/app.xml",
                    Written.parts(Written.as(Format.DOCX, document)).get("docProps/app.xml"));
            parts.forEach(
                    (name, part) -> assertThat(schemas.faults(part)).as(name).isEmpty());
        }
    }

    @Test
    void schemasFindFaults() {
        byte[] wrong = ("<w:document xmlns:w=\"" + W + "\"><w:body><w:p><w:rPr/></w:p></w:body></w:document>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(OfficeSchemas.word().faults(wrong)).isNotEmpty();
    }

    @Test
    void survivesHostileWords() throws IOException {
        try (XWPFDocument word = open(Written.hostile())) {
            String all =
                    word.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
            assertThat(all)
                    .contains("<script>alert(1)</script> & \"quoted\"", "𠮷野家 🚀", "\uFFFD")
                    .doesNotContain("\u0007", "\u202E");
        }
    }

    @Test
    void writesTheSameBytesAgain() {
        assertThat(Written.as(Format.DOCX, Regulations.japanese(true)))
                .isEqualTo(Written.as(Format.DOCX, Regulations.japanese(true)));
    }

    private static XWPFDocument open(Document document) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(Written.as(Format.DOCX, document)));
    }

    private static org.w3c.dom.Document body(Document document) {
        return Written.xml(Written.parts(Written.as(Format.DOCX, document)).get("word/document.xml"));
    }

    private static Set<String> names(org.w3c.dom.Document body) {
        return new HashSet<>(Written.elements(body, "bookmarkStart").stream()
                .map(e -> e.getAttributeNS(W, "name"))
                .toList());
    }

    private static String style(Element paragraph) {
        return ((Element) paragraph.getElementsByTagNameNS(W, "pStyle").item(0)).getAttributeNS(W, "val");
    }

    private static String text(Element element) {
        var nodes = element.getElementsByTagNameNS(W, "t");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < nodes.getLength(); i++) {
            text.append(nodes.item(i).getTextContent());
        }
        return text.toString();
    }

    private static List<String> styled(org.w3c.dom.Document body, String style) {
        return Written.elements(body, "rStyle").stream()
                .filter(e -> e.getAttributeNS(W, "val").equals(style))
                .map(e -> text((Element) e.getParentNode().getParentNode()))
                .toList();
    }
}
