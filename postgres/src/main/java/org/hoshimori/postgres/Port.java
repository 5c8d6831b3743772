package org.hoshimori.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.hoshimori.postgres.PostgresRefused.Reason;

/** The server's port: asked for, or chosen once and remembered. */
final class Port {

    /** Below the range from which systems take ports for outgoing connections: what is free now stays so. */
    private static final int LOWEST = 20_000;

    private static final int BEYOND = 30_000;

    private static final Duration GRACE = Duration.ofSeconds(1);

    private Port() {}

    static int of(DataFolder folder, int wanted) throws IOException {
        int remembered = remembered(folder.port());
        return wanted != 0 ? wanted : remembered != 0 ? remembered : choose();
    }

    static void remember(DataFolder folder, int port) throws IOException {
        if (port != remembered(folder.port())) {
            Trees.write(folder.port(), Integer.toString(port), "rw-------");
        }
    }

    private static int remembered(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file).strip() : "";
        return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 0;
    }

    private static int choose() {
        int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
        for (int tried = 0; tried < BEYOND - LOWEST && !free(port); tried++) {
            port = port + 1 == BEYOND ? LOWEST : port + 1;
        }
        return port;
    }

    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits a little: the children of a server that was killed hold its port until they notice. */
    static void mustBeFree(DataFolder folder, int port) {
        if (!Waiting.until(GRACE, () -> free(port))) {
            throw new PostgresRefused(Reason.PORT_TAKEN, port, folder.port());
        }
    }
}
