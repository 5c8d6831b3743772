package org.hoshimori.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class LeadInTests {

    private static final List<Block> BLOCKS = List.of(
            Words.section("org-1", "1", "組織"),
            Words.paragraph("org-1.a", "委員会を置く。"),
            Words.paragraph("org-1.b", "次の表のとおりとする。"),
            Words.grid("org-1_t", "役職", "役職|責任", "責任者|統括"),
            Words.paragraph("org-1.c", "次のとおりとする。"),
            Words.item("org-1.d", "見直す"),
            Words.paragraph("org-1.e", "構成は次の図に示す。"),
            Words.heading("体制図"),
            Words.note("図は表から作る。"),
            new Block.Chart(
                    List.of(),
                    Phrase.of("体制"),
                    List.of(Words.post(
                            "代表取締役", List.of(), Words.post("責任者", List.of(Phrase.of("総務部長"), Phrase.of("技術部長")))))),
            Words.note("終わり。"));

    @Test
    void keepsWordsWithTheListTableOrChartThatFollows() {
        assertThat(IntStream.range(0, BLOCKS.size()).filter(i -> LeadIn.at(BLOCKS, i)))
                .containsExactly(2, 4, 6, 7, 8);
    }

    @Test
    void asksWordToKeepThemOnOnePage() {
        List<Element> kept = Written.elements(
                        Written.xml(Written.parts(Written.as(Format.DOCX, document()))
                                .get("word/document.xml")),
                        "p")
                .stream()
                .filter(p -> !Written.elements(p, "keepNext").isEmpty())
                .toList();
        assertThat(kept.stream().map(Element::getTextContent))
                .contains("次の表のとおりとする。", "次のとおりとする。", "構成は次の図に示す。")
                .doesNotContain("委員会を置く。");
    }

    @Test
    void drawsLinesOnlyBelowTheTopmostPost() {
        String markup = PdfMarkup.of(document());
        assertThat(markup.split("class=\"elbow\"", -1)).hasSize(2);
        assertThat(markup).contains("、").containsSubsequence("総務部長", "、", "技術部長");
    }

    private static Document document() {
        return Regulations.japanese(
                false,
                List.of(new Chapter("org", "1", Phrase.of("組織"), Phrase.EMPTY, Phrase.EMPTY, List.of(), BLOCKS)));
    }
}
