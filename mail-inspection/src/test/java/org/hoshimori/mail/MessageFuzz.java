package org.hoshimori.mail;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What Jazzer calls ({@code bin/fuzz messages}): any bytes as a message, or as a file that is attached to one. Each must get an answer
 * within two seconds of processor time.
 */
public final class MessageFuzz {

    private static final Inspector INSPECTOR = Inspector.with(Context.standard());
    private static final long LIMIT = 2_000_000_000L;
    private static final String[] NAMES = {
        "a.zip", "a.docx", "a.pdf", "a.7z", "a.rar", "a.iso", "a.html", "a.doc", "a.eml", "a.lzh"
    };

    private MessageFuzz() {}

    /** Named as Jazzer looks for it. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 2) {
            return;
        }
        byte[] rest = java.util.Arrays.copyOfRange(data, 1, data.length);
        int choice = data[0] & 0x1F;
        byte[] message = choice < NAMES.length
                ? Letter.from("a <a@example.com>")
                        .subject("見積書")
                        .attach(NAMES[choice], rest)
                        .bytes()
                : rest;
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        InspectionJson.of("x", INSPECTOR.inspect(message), Locale.ENGLISH);
        Preview.of(message);
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        if (took > LIMIT) {
            throw new IllegalStateException("took " + took / 1_000_000 + " ms");
        }
    }
}
