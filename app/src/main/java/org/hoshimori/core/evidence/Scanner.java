package org.hoshimori.core.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Asks a clamd whether a file is malicious (INSTREAM). Without one, nothing is asked. */
final class Scanner {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 120_000;
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_ANSWER = 4_096;

    private final @Nullable InetSocketAddress clamd;

    /** By {@code host:port}, or empty for none. */
    Scanner(String address) {
        int colon = address.lastIndexOf(':');
        this.clamd = address.isEmpty()
                ? null
                : InetSocketAddress.createUnresolved(
                        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    /** What comes of a scan. */
    sealed interface Verdict {
        /** Nothing was found, or nobody was to be asked. */
        record Clean() implements Verdict {}

        /** Something was found, and what clamd calls it. */
        record Found(String what) implements Verdict {}

        /** It could not be scanned, so that nobody knows. */
        record Unknown(String why) implements Verdict {}
    }

    Verdict scan(Path file) {
        if (clamd == null) {
            return new Verdict.Clean();
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(clamd.getHostString(), clamd.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            send(file, new DataOutputStream(socket.getOutputStream()));
            return verdict(answer(socket.getInputStream()));
        } catch (IOException e) {
            return new Verdict.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private static void send(Path file, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n > 0; n = in.read(chunk)) {
                out.writeInt(n);
                out.write(chunk, 0, n);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int b = in.read(); b > 0 && answer.size() < LONGEST_ANSWER; b = in.read()) {
            answer.write(b);
        }
        return answer.toString(StandardCharsets.UTF_8).strip();
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        return answer.startsWith("stream: ") && answer.endsWith(" FOUND")
                ? new Verdict.Found(answer.substring("stream: ".length(), answer.length() - " FOUND".length()))
                : new Verdict.Unknown(answer);
    }
}
