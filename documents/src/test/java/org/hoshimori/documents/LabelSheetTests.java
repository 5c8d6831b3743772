package org.hoshimori.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hoshimori.catalog.Lang;
import org.junit.jupiter.api.Test;

class LabelSheetTests {

    @Test
    void printsTenReadableLabelsOnAPage() throws IOException {
        List<LabelSheet.Label> labels = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> new LabelSheet.Label(
                        "【極秘】", 3, "推進系の設計図面 <" + i + ">", "A-%05d".formatted(i), picture(), List.of("設計部")))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Documents.write(new LabelSheet(Lang.JA, "ラベル", labels), out);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            PDFTextStripper text = new PDFTextStripper();
            text.setEndPage(1);
            assertThat(text.getText(pdf))
                    .contains("【極秘】", "A-00010", "<10>", "設計部")
                    .doesNotContain("A-00011");
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isBetween(841f, 843f);
        }
    }

    private static Logo picture() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY), "png", out);
            return Logo.of(out.toByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
