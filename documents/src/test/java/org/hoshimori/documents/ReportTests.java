package org.hoshimori.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hoshimori.catalog.Lang;
import org.hoshimori.documents.Report.Part;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class ReportTests {

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static BarChart days() {
        return new BarChart(
                false,
                IntStream.rangeClosed(1, 31)
                        .mapToObj(d -> d % 5 == 0 ? "3/" + d : "")
                        .toList(),
                List.of(
                        new BarChart.Series(
                                "zeek", LongStream.rangeClosed(1, 31).boxed().toList()),
                        new BarChart.Series("dhcpd", Collections.nCopies(31, 3L))));
    }

    private static Report report() {
        Block.Grid grid = new Block.Grid(
                List.of(),
                Phrase.of("表 <1>"),
                List.of(new Block.Grid.Column(Phrase.of("規則"), 60), new Block.Grid.Column(Phrase.of("件数"), 40)),
                List.of(new Block.Grid.Row(List.of(
                        new Block.Grid.Cell(List.of(Phrase.of("ビーコン"), Phrase.of("& \"二行目\""))),
                        new Block.Grid.Cell(List.of())))));
        return new Report(
                Lang.JA,
                "月次報告 <x>",
                "星海宇宙株式会社",
                "2026年3月",
                LocalDate.of(2026, 4, 1),
                List.of(
                        new Part.Heading("まとめ & 結論"),
                        new Part.Words(List.of(new Block.Paragraph(List.of(), Phrase.of("異常なし。")), grid)),
                        new Part.Heading("量"),
                        new Part.Bars(days(), "1日の行数", "棒グラフ: \"31日分\""),
                        new Part.Bars(
                                new BarChart(
                                        true,
                                        List.of("管理外の接続", "不審な通信"),
                                        List.of(new BarChart.Series("件数", List.of(0L, 12L)))),
                                "問いごと",
                                "横棒グラフ")));
    }

    private static byte[] written(Format format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Documents.write(report(), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void wordIsValidAndHoldsItsPictures() {
        Map<String, byte[]> parts = Written.parts(written(Format.DOCX));
        assertThat(parts).containsKeys("word/media/picture1.png", "word/media/picture2.png");
        parts.keySet().removeIf(n -> !n.startsWith("word/") || n.contains("_rels") || n.contains("media"));
        OfficeSchemas schemas = OfficeSchemas.word();
        parts.forEach((name, part) -> assertThat(schemas.faults(part)).as(name).isEmpty());
    }

    @Test
    void pdfIsTaggedArchivableAndReadable() throws IOException, VeraPDFException {
        byte[] pdf = written(Format.PDF);
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            assertThat(PdfWriterTests.faults(pdf, flavour))
                    .as(flavour.toString())
                    .isEmpty();
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("月次報告 <x>", "まとめ & 結論", "異常なし。", "& \"二行目\"", "1日の行数");
        }
    }

    @Test
    void writesTheSameBytesAgainAndNothingElse() {
        for (Format format : List.of(Format.DOCX, Format.PDF)) {
            assertThat(written(format)).isEqualTo(written(format));
        }
        assertThatThrownBy(() -> written(Format.HTML)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void barsAreAsLongAsTheirNumbers() throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(ChartPicture.of(new BarChart(
                true,
                List.of("a", "b"),
                List.of(new BarChart.Series("x", List.of(100L, 50L)), new BarChart.Series("y", List.of(0L, 0L)))))));
        // The bars lie at 11 to 17 and 20 to 26 of 30 millimetres.
        long first = coloured(picture, picture.getHeight() * 12 / 30, picture.getHeight() * 16 / 30);
        long second = coloured(picture, picture.getHeight() * 21 / 30, picture.getHeight() * 25 / 30);
        assertThat(first / (double) second).isBetween(1.9, 2.1);
        assertThatThrownBy(() -> new BarChart(true, List.of("a"), List.of(new BarChart.Series("x", List.of()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Most dots of the gravest colour in a line between two heights. */
    private static long coloured(BufferedImage picture, int from, int to) {
        return IntStream.range(from, to)
                .mapToLong(y -> IntStream.range(0, picture.getWidth())
                        .filter(x -> (picture.getRGB(x, y) & 0xffffff) == 0xc74700)
                        .count())
                .max()
                .orElse(0);
    }
}
