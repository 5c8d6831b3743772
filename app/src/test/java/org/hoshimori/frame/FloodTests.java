package org.hoshimori.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What strangers send too much of is refused before it is read, in one line of the log. */
@ApplicationTest
@SpringBootTest(classes = org.hoshimori.Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class FloodTests {

    private static final int HUNDRED_MB = 100_000_000;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private static final Pattern COOKIE = Pattern.compile("(?i)set-cookie: (hoshimori-form=[^;]+)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final int port;

    FloodTests(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void refusesAFormOfHundredMegabytes(CapturedOutput output) throws IOException {
        assertThat(answer(post(FORM, HUNDRED_MB), "")).startsWith("HTTP/1.1 413");
        assertThat(answer(post(FORM, 100_000), "")).as("of a stranger").startsWith("HTTP/1.1 413");
        briefly(output);
    }

    @Test
    void refusesThousandsOfFields(CapturedOutput output) throws IOException {
        String fields = "a=1&".repeat(2_000);
        assertThat(answer(post(FORM, fields.length()), fields))
                .startsWith("HTTP/1.1 413")
                .contains("大きすぎる", "too many fields");
        assertThat(answer("GET /log-in?" + fields + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", ""))
                .startsWith("HTTP/1.1 413");
        briefly(output);
    }

    @Test
    void readsNoFilesOfStrangers(CapturedOutput output) throws IOException {
        String answer = answer(post("Content-Type: multipart/form-data; boundary=x\r\n", HUNDRED_MB), "");
        assertThat(answer)
                .startsWith("HTTP/1.1 403")
                .contains("Connection: close")
                .doesNotContain("<html");
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @Test
    void letsWhoeverSentALargeFormToItsEndReadWhyItIsRefused() throws IOException {
        assertThat(answer(post(FORM, 2_000_000), "a&".repeat(1_000_000)))
                .startsWith("HTTP/1.1 413")
                .contains("too many fields");
    }

    @Test
    void answersEveryGuessOfAFloodOrTurnsItAwayAtOnce() throws Exception {
        String page = answer("GET /log-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "");
        Matcher cookie = COOKIE.matcher(page);
        Matcher token = TOKEN.matcher(page);
        assertThat(cookie.find() && token.find()).isTrue();
        String form = "_csrf=" + token.group(1) + "&mail=nobody%40example.jp&password=guess";
        String guess = "POST /log-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: " + cookie.group(1)
                + "\r\n" + FORM + "Content-Length: " + form.length() + "\r\n\r\n" + form;
        List<Future<String>> answers = new ArrayList<>();
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 300; n++) {
                answers.add(guessers.submit(() -> answer(guess, "")));
            }
        }
        List<String> all = new ArrayList<>();
        for (Future<String> answer : answers) {
            all.add(answer.get());
        }
        assertThat(all).allMatch(a -> a.startsWith("HTTP/1.1 302") || a.startsWith("HTTP/1.1 429"));
        assertThat(all).anyMatch(a -> a.startsWith("HTTP/1.1 302"));
        assertThat(all)
                .filteredOn(a -> a.startsWith("HTTP/1.1 429") && a.contains("Retry-After: 10"))
                .as("turned away, though all came at once")
                .hasSizeGreaterThan(100);
    }

    private static void briefly(CapturedOutput output) {
        assertThat(output.getAll())
                .contains("refused: a form that can't be read")
                .doesNotContain("\tat ");
    }

    private static String post(String type, int length) {
        return "POST /log-in HTTP/1.1\r\nHost: localhost\r\n" + type + "Content-Length: " + length + "\r\n\r\n";
    }

    /** What comes back, though not all that was announced is sent. */
    private String answer(String head, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body.getBytes(StandardCharsets.US_ASCII));
            // The server waits for the rest of the form, we don't: heads, and as much as they announce.
            StringBuilder answer = new StringBuilder();
            InputStream in = socket.getInputStream();
            while (!complete(answer)) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                answer.append((char) next);
            }
            return new String(answer.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    private static boolean complete(StringBuilder answer) {
        int heads = answer.indexOf("\r\n\r\n");
        Matcher length = LENGTH.matcher(answer);
        return heads >= 0 && length.find() && answer.length() >= heads + 4 + Integer.parseInt(length.group(1));
    }
}
