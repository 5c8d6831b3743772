package org.hoshimori.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/**
 * Messages spoilt at random: none may crash inspection or hold it up. Longer by hand: {@code bin/fuzz mail}. With
 * {@code -Dmail.fuzz.corpus=FOLDER} real mail is spoilt too.
 */
class MailFuzzTests {

    private static final Inspector INSPECTOR = Inspector.with(Context.standard());
    private static final List<String> WORDS = List.of(
            "\r\n",
            "\r\n\r\n",
            "--=_b\r\n",
            "Content-Type: message/rfc822\r\n\r\n",
            "=?UTF-8?B?",
            "?=",
            "<a href=",
            "data:text/html,",
            "\u0000",
            "\u202E",
            "<!--",
            "PK\u0003\u0004",
            "%PDF-",
            "charset=utf-7",
            "boundary=",
            "From ",
            "<",
            "\"",
            "TEL 03-",
            "を",
            "ーーー");

    @Test
    void answersWhateverItIsGiven() throws IOException {
        long seed = Long.getLong("mail.fuzz.seed", 20261125L);
        int rounds = Integer.getInteger("mail.fuzz", 300);
        long until = System.nanoTime() + Long.getLong("mail.fuzz.seconds", 86_400L) * 1_000_000_000L;
        Random random = new Random(seed);
        List<byte[]> corpus = corpus();
        long slowest = 0;
        int done = 0;
        for (; done < rounds && System.nanoTime() < until; done++) {
            byte[] message = spoilt(corpus.get(random.nextInt(corpus.size())), random);
            long begun = System.nanoTime();
            try {
                InspectionJson.of("x", INSPECTOR.inspect(message), Locale.ENGLISH);
                Preview.of(message);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ", round " + done, e);
            }
            slowest = Math.max(slowest, System.nanoTime() - begun);
        }
        System.out.println("mail fuzz: seed " + seed + ", " + done + " rounds, slowest " + slowest / 1_000_000 + " ms");
        assertThat(slowest / 1_000_000).as("slowest, ms").isLessThan(10_000);
    }

    private static byte[] spoilt(byte[] original, Random random) {
        byte[] message = original.clone();
        for (int i = random.nextInt(30); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> message[random.nextInt(message.length)] = (byte) random.nextInt(256);
                case 1 ->
                    message = insert(
                            message, WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8), random);
                case 2 -> {
                    int from = random.nextInt(message.length);
                    message = insert(
                            message,
                            Arrays.copyOfRange(message, from, Math.min(message.length, from + random.nextInt(400))),
                            random);
                }
                default -> message = Arrays.copyOf(message, Math.max(1, message.length - random.nextInt(50)));
            }
        }
        return message;
    }

    private static byte[] insert(byte[] into, byte[] what, Random random) {
        int at = random.nextInt(into.length);
        byte[] all = new byte[into.length + what.length];
        System.arraycopy(into, 0, all, 0, at);
        System.arraycopy(what, 0, all, at, what.length);
        System.arraycopy(into, at, all, at + what.length, into.length - at);
        return all;
    }

    private static List<byte[]> corpus() throws IOException {
        List<byte[]> corpus = new ArrayList<>();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            entries.putNextEntry(new ZipEntry("word/_rels/a.rels"));
            entries.write(
                    "<Relationship Type=\"x/oleObject\" Target=\"http://a.example.net/\" TargetMode=\"External\"/>"
                            .getBytes(StandardCharsets.UTF_8));
            entries.closeEntry();
        }
        byte[] inner = Letter.from("b <b@example.com>")
                .subject("内側")
                .html("<table><tr><td style='display:none'>x<a href='http://1.2.3.4/'>y</a>")
                .bytes();
        corpus.add(Letter.from("山田 太郎 <yamada@example1.co.jp>")
                .subject("見積書")
                .in("ISO-2022-JP", "x-windows-iso2022jp")
                .text("本文。\n--\nTEL 03-6000-0001")
                .attach("a.docx", zip.toByteArray())
                .bytes());
        corpus.add(Letter.from("a <a@gmail.com>")
                .subject("Verify")
                .text("password")
                .html("<form><input type=password>")
                .attachMessage(inner)
                .bytes());
        corpus.add(Letter.from("a <a@example.com>")
                .attach(
                        "a.pdf",
                        "%PDF-1.4\n1 0 obj<</S/JavaScript/JS(x)>>endobj\ntrailer<</Root 1 0 R>>"
                                .getBytes(StandardCharsets.US_ASCII))
                .bytes());
        String folder = System.getProperty("mail.fuzz.corpus", "");
        if (!folder.isEmpty()) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path each :
                        files.filter(Files::isRegularFile).sorted().limit(500).toList()) {
                    byte[] bytes = Files.readAllBytes(each);
                    if (bytes.length > 0) {
                        corpus.add(bytes);
                    }
                }
            }
        }
        return corpus;
    }
}
