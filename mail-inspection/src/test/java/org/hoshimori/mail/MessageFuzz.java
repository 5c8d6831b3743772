package org.hoshimori.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * What Jazzer calls ({@code bin/fuzz messages}): any bytes as a message, as its page, its headers, a whole
 * mbox, or as a file that is attached to one. Each must get an answer
 * within two seconds of processor time.
 */
public final class MessageFuzz {

    private static final Inspector INSPECTOR = Inspector.with(Context.standard());
    private static final long LIMIT = 2_000_000_000L;
    private static final String[] NAMES = {
        "a.zip",
        "a.docx",
        "a.pdf",
        "a.7z",
        "a.rar",
        "a.iso",
        "a.html",
        "a.doc",
        "a.eml",
        "a.lzh",
        "a.msg",
        "a.ics",
        "a.tar.gz"
    };
    private static final int PAGE = NAMES.length;
    private static final int HEADERS = NAMES.length + 1;
    private static final int MBOX = NAMES.length + 2;

    private MessageFuzz() {}

    /** Named as Jazzer looks for it: what is loaded the first time is not the first input's to pay for. */
    public static void fuzzerInitialize() {
        for (int choice = 0; choice <= MBOX + 1; choice++) {
            answer(choice, "From: a <a@example.com>\r\n\r\n見積書".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** This too. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 2) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(data, 1, data.length);
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        answer(data[0] & 0x1F, rest);
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        if (took > LIMIT) {
            throw new IllegalStateException("took " + took / 1_000_000 + " ms");
        }
    }

    private static void answer(int choice, byte[] rest) {
        if (choice == MBOX) {
            mbox(rest);
        } else {
            byte[] message = message(choice, rest);
            InspectionJson.of("x", INSPECTOR.inspect(message), Locale.ENGLISH);
            Preview.of(message);
        }
    }

    private static byte[] message(int choice, byte[] rest) {
        if (choice < NAMES.length) {
            return Letter.from("a <a@example.com>")
                    .subject("見積書")
                    .attach(NAMES[choice], rest)
                    .bytes();
        }
        if (choice == PAGE) {
            return joined("From: a <a@example.com>\r\nContent-Type: text/html; charset=utf-8\r\n\r\n", rest, "");
        }
        return choice == HEADERS ? joined("", rest, "\r\n\r\nText\r\n-- \r\nTEL 03-6000-0001\r\n") : rest;
    }

    private static byte[] joined(String before, byte[] rest, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(rest);
        all.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    private static void mbox(byte[] rest) {
        try {
            MailFolder.mbox("x", new ByteArrayInputStream(rest), (_, message) -> INSPECTOR.inspect(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
