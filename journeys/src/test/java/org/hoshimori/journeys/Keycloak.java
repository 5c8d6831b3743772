package org.hoshimori.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Keycloak with a realm of the company's, from a folder into which its distribution was unpacked. */
final class Keycloak implements AutoCloseable {

    static final String CLIENT = "hoshimori";
    static final String SECRET = "a-secret-of-the-client-0123456789";
    static final String PASSWORD = "Kyaku-sama7+Hoshi";

    private static final int PATIENCE_SECONDS = 300;

    private final Process process;
    private final String address;
    private final Path log;

    /** Starts it at that port; it knows the application at the address given, and the people in the file of users. */
    Keycloak(Path home, int port, String application) throws IOException, InterruptedException {
        this.address = "http://localhost:" + port;
        remove(home.resolve("data"));
        Path realm = home.resolve("data/import/company-realm.json");
        Files.createDirectories(realm.getParent());
        String text = Files.readString(
                Path.of(System.getProperty("journeys.home"), "journeys/src/test/resources/company-realm.json"));
        Files.writeString(
                realm,
                text.replace("${application}", application)
                        .replace("${secret}", SECRET)
                        .replace("${password}", PASSWORD));
        this.log = home.resolve("keycloak.log");
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=localhost",
                        "--http-port=" + port,
                        "--cache=local")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        this.process = builder.start();
        waitUntilThere();
    }

    String issuer() {
        return address + "/realms/company";
    }

    String address() {
        return address;
    }

    private void waitUntilThere() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                HttpURLConnection asked = (HttpURLConnection) URI.create(issuer() + "/.well-known/openid-configuration")
                        .toURL()
                        .openConnection();
                if (asked.getResponseCode() == HttpURLConnection.HTTP_OK) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
            Thread.sleep(500);
        }
        close();
        throw new IllegalStateException("Keycloak does not start: " + Files.readString(log));
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
