package org.hoshimori.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a mail holds, inspection answers in bounded time and memory and reaches out to nobody. */
@Timeout(60)
class RobustnessTests {

    private static final Inspector INSPECTOR = Inspector.with(Context.standard());
    private static final Duration LONGEST = Duration.ofSeconds(10); // for slow machines; it takes a fraction

    private static Inspection inspect(String message) {
        long begun = System.nanoTime();
        Inspection inspection = INSPECTOR.inspect(message.getBytes(StandardCharsets.UTF_8));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
        return inspection;
    }

    @Test
    void tenThousandLevelsOfPartsAreTooDeep() {
        StringBuilder message = new StringBuilder("From: a@example1.co.jp\r\nSubject: deep\r\n");
        for (int i = 0; i < 10_000; i++) {
            message.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        assertThat(inspect(message.toString()).gaps()).contains("too-deep");
    }

    @Test
    void tenThousandMessagesWithinEachOtherAreTooDeep() {
        String level = "From: a@example1.co.jp\r\nContent-Type: message/rfc822\r\n\r\n";
        assertThat(inspect(level.repeat(10_000) + "From: b@example1.co.jp\r\n\r\ntext")
                        .gaps())
                .contains("too-deep");
    }

    @Test
    void aMillionHeadersAreTooMany() {
        String header = "X-Header: value\r\n";
        assertThat(inspect("From: a@example1.co.jp\r\n" + header.repeat(1_000_000) + "\r\ntext")
                        .gaps())
                .contains("too-many-headers");
    }

    @Test
    void aMillionPartsAreTooMany() {
        String part = "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n";
        String head = "From: a@example1.co.jp\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
        assertThat(inspect(head + part.repeat(100_000)).gaps()).contains("too-many-parts");
    }

    @Test
    void aHugeAttachmentIsCountedButNotKept() throws IOException {
        String head =
                "From: a@example1.co.jp\r\nSubject: large\r\nContent-Type: application/octet-stream; name=a.bin\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n";
        long size = 200_000_000;
        try (InputStream message = new SequenceInputStream(
                new ByteArrayInputStream(head.getBytes(StandardCharsets.US_ASCII)), new Endless(size))) {
            Inspection inspection = INSPECTOR.inspect(message);
            assertThat(inspection.gaps()).contains("too-large-attachment");
            assertThat(inspection.on(Indicator.ATTACHMENT_1).holds()).isTrue();
        }
    }

    /** Base64 lines without end, up to a size. */
    private static final class Endless extends InputStream {
        private static final byte[] LINE = ("QUJD".repeat(18) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        private long left;
        private int at;

        Endless(long size) {
            left = size;
        }

        @Override
        public int read() {
            if (left-- <= 0) {
                return -1;
            }
            at = (at + 1) % LINE.length;
            return LINE[at];
        }
    }

    @Test
    void aVeryLongTextIsCut() {
        String words = "word ".repeat(1_000_000);
        assertThat(inspect("From: a@example1.co.jp\r\n\r\n" + words).gaps()).contains("too-long-text");
    }

    @Test
    void hostileTextsDoNotHoldUpWhatSearchesThem() {
        List<String> hostile = List.of(
                "a@" + "a.".repeat(100_000),
                "http://" + "a.".repeat(100_000),
                "<a href=x>".repeat(20_000),
                "<div>".repeat(100_000),
                "<table><tr><td>".repeat(30_000),
                "<!--".repeat(50_000),
                "&#x41;".repeat(50_000),
                "=?UTF-8?B?".repeat(50_000),
                "\"".repeat(50_000) + "<",
                "ァ一".repeat(50_000),
                "TEL " + "0-".repeat(50_000),
                "。を".repeat(50_000),
                "never ask for your password ".repeat(30_000),
                "verify your account within 24 hours ".repeat(25_000),
                "%".repeat(50_000));
        for (String each : hostile) {
            inspect("From: a@example1.co.jp\r\nSubject: x\r\n\r\n" + each);
            inspect("From: a@example1.co.jp\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n<html>" + each);
            inspect("From: " + each.substring(0, Math.min(each.length(), 100_000)) + "\r\nSubject: " + each
                    + "\r\n\r\nx");
        }
    }

    @Test
    void anythingAtAllGetsAnAnswer() {
        Random random = new Random(20261125);
        byte[] letter = Letter.from("山田 <yamada@example1.co.jp>")
                .subject("資料の件")
                .text("本文です。https://example1.co.jp/")
                .html("<p>本文<a href='https://example.net/'>https://example1.co.jp/</a></p>")
                .attach("資料.zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0})
                .bytes();
        for (int round = 0; round < 400; round++) {
            byte[] spoilt = letter.clone();
            for (int i = 0; i < 1 + random.nextInt(40); i++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
            }
            byte[] message = round % 3 == 0 ? java.util.Arrays.copyOf(spoilt, random.nextInt(spoilt.length)) : spoilt;
            int number = round;
            assertThatCode(() -> InspectionJson.of("x", INSPECTOR.inspect(message), java.util.Locale.JAPANESE))
                    .as("round " + number)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void nothingIsUnreadable() {
        assertThat(inspect("").verdict()).isEqualTo(Verdict.UNREADABLE);
    }

    /** Everything in a mail that a careless reader would fetch points at a server of ours, which nobody must call. */
    @Test
    void connectsToNobody() throws IOException {
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress("127.0.0.1", 0));
            server.setSoTimeout(300);
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            String html = "<html><head><base href='" + url + "'><link rel=stylesheet href='" + url
                    + "'><meta http-equiv=refresh content='0;url="
                    + url + "'></head><body background='" + url + "'><img src='" + url + "'><iframe src='" + url
                    + "'></iframe><script src='"
                    + url + "'></script><a href='" + url + "'>" + url + "</a><object data='" + url
                    + "'></object></body></html>";
            String xml = "<?xml version='1.0'?><!DOCTYPE a SYSTEM '" + url
                    + "'><svg xmlns='http://www.w3.org/2000/svg'><image href='" + url + "'/></svg>";
            Letter.from("山田 <yamada@example1.co.jp>")
                    .header("List-Unsubscribe", "<" + url + ">")
                    .subject("x")
                    .html(html)
                    .attach("a.html", html.getBytes(StandardCharsets.UTF_8))
                    .attach("a.svg", xml.getBytes(StandardCharsets.UTF_8))
                    .inspect();
            assertThatCode(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void noClassOfOursNamesAConnection() throws IOException {
        List<String> naming = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path each : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                String text = Files.readString(each);
                if (text.matches(
                        "(?s).*(java\\.net\\.(Socket|URL;|http|URLConnection|InetAddress)|ProcessBuilder|Runtime\\.getRuntime\\(\\)\\.exec).*")) {
                    naming.add(each.toString());
                }
            }
        }
        assertThat(naming).isEmpty();
    }
}
