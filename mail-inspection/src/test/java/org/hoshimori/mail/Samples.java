package org.hoshimori.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Mail written down in the test resources, one record after another: header lines, a blank line, the text or page. */
final class Samples {

    private static final Map<String, String> JAVA_NAMES =
            Map.of("ISO-2022-JP", "x-windows-iso2022jp", "Shift_JIS", "windows-31j");
    private static final List<String> CHARSETS = List.of("UTF-8", "ISO-2022-JP", "Shift_JIS", "EUC-JP");

    private Samples() {}

    /** One record, as a letter and as what inspection made of it. */
    record Sample(String theme, String subject, Letter letter, Inspection inspection) {

        /** As if the receiving server had written no results. */
        Sample unchecked() {
            return new Sample(
                    theme,
                    subject,
                    letter,
                    letter.without("Authentication-Results").inspect());
        }

        boolean dangerous() {
            return inspection.verdict() == Verdict.DANGEROUS;
        }

        @Override
        public String toString() {
            return "\n" + subject + " " + inspection.score() + " "
                    + inspection.facts().stream().map(f -> f.name().id()).toList()
                    + inspection.judgements().stream()
                            .filter(Judgement::holds)
                            .map(j -> j.indicator().id())
                            .toList();
        }
    }

    /** Each in its own charset, or every fourth in one of Japan's where it names none. */
    static List<Sample> inTurnOfCharsets(String name) {
        return read(name, true);
    }

    static List<Sample> of(String name) {
        return read(name, false);
    }

    private static List<Sample> read(String name, boolean inTurn) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            List<Sample> samples = new ArrayList<>();
            for (String record : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=====\\n")) {
                if (record.contains("Subject: ")) {
                    samples.add(sample(record, inTurn ? CHARSETS.get(samples.size() % CHARSETS.size()) : "UTF-8"));
                }
            }
            return samples;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Sample sample(String record, String usual) throws IOException {
        int end = record.indexOf("\n\n");
        String body = record.substring(end + 2);
        String theme = "";
        String subject = "";
        String charset = usual;
        Letter letter = Letter.from("");
        List<String[]> files = new ArrayList<>();
        for (String line : record.substring(0, end).split("\n")) {
            int colon = line.indexOf(": ");
            String name = line.substring(0, colon);
            String value = line.substring(colon + 2);
            switch (name) {
                case "Theme" -> theme = value;
                case "Charset" -> charset = value;
                case "From" -> letter = Letter.from(value);
                case "Auth" -> letter.header("Authentication-Results", results(value));
                case "Attach", "Attach-Page", "Attach-Calendar", "Attach-Picture" ->
                    files.add(new String[] {name, value});
                case "Subject" -> {
                    subject = value;
                    letter.subject(value);
                }
                default -> letter.header(name, value);
            }
        }
        letter.in(charset, JAVA_NAMES.getOrDefault(charset, charset));
        if (body.startsWith("<")) {
            letter.html(body);
        } else {
            letter.text(body);
        }
        for (String[] file : files) {
            attach(letter, file[0], file[1]);
        }
        return new Sample(theme, subject, letter, letter.inspect());
    }

    private static String results(String domain) {
        return switch (domain) {
            case "none" -> "mx.hoshizora-example.co.jp; spf=none; dkim=none; dmarc=none";
            case "fail" -> "mx.hoshizora-example.co.jp; spf=fail; dkim=none; dmarc=fail";
            default ->
                "mx.hoshizora-example.co.jp; spf=pass smtp.mailfrom=" + domain + "; dkim=pass header.d=" + domain
                        + "; dmarc=pass header.from=" + domain;
        };
    }

    private static void attach(Letter letter, String kind, String value) throws IOException {
        switch (kind) {
            case "Attach-Page" -> letter.attach("document.html", value.getBytes(StandardCharsets.UTF_8));
            case "Attach-Calendar" ->
                letter.attach(
                        "invite.ics",
                        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nLOCATION:" + value + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                                .getBytes(StandardCharsets.UTF_8));
            case "Attach-Picture" -> letter.attach("image001.png", picture(value.substring(3)));
            default -> letter.attach(value);
        }
    }

    /** A picture of these words as a QR code. */
    static byte[] picture(String words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image(words), "png", bytes);
        return bytes.toByteArray();
    }

    static BufferedImage image(String words) {
        try {
            BitMatrix dots = new QRCodeWriter().encode(words, BarcodeFormat.QR_CODE, 240, 240);
            BufferedImage image = new BufferedImage(240, 240, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < 240; y++) {
                for (int x = 0; x < 240; x++) {
                    image.setRGB(x, y, dots.get(x, y) ? 0x202020 : 0xFFFFFF);
                }
            }
            return image;
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
