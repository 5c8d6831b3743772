package org.hoshimori.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keycloak in production mode with its own file database, with passwords hashed as ours are, and people who can log in. */
final class KeycloakServer implements AutoCloseable {

    static final String PASSWORD = "Tanuki7-odori+Kaze";
    private static final int PATIENCE_SECONDS = 240;
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    KeycloakServer(Path home, int memoryKib, int rounds, int people) throws IOException, InterruptedException {
        this.port = free();
        remove(home.resolve("data"));
        Path realm = home.resolve("data/import/bench-realm.json");
        Files.createDirectories(realm.getParent());
        Files.writeString(realm, realm(people));
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start",
                        "--import-realm",
                        "--db=dev-file",
                        "--cache=local",
                        "--http-enabled=true",
                        "--hostname-strict=false",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--spi-password-hashing--argon2--type=id",
                        "--spi-password-hashing--argon2--hash-length=32",
                        "--spi-password-hashing--argon2--parallelism=1",
                        "--spi-password-hashing--argon2--memory=" + memoryKib,
                        "--spi-password-hashing--argon2--iterations=" + rounds)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("keycloak.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
        this.process = builder.start();
        waitUntilThere(home);
    }

    /** Passwords are given in the clear and hashed at the import. */
    private static String realm(int people) {
        StringBuilder users = new StringBuilder();
        for (int n = 1; n <= people; n++) {
            users.append(n == 1 ? "" : ",")
                    .append("{\"username\":\"b")
                    .append(n)
                    .append("\",\"email\":\"b")
                    .append(n)
                    .append(
                            "@example.jp\",\"emailVerified\":true,\"firstName\":\"B\",\"lastName\":\"B\",\"enabled\":true,")
                    .append("\"credentials\":[{\"type\":\"password\",\"value\":\"")
                    .append(PASSWORD)
                    .append("\"}]}");
        }
        return "{\"realm\":\"bench\",\"enabled\":true,\"sslRequired\":\"none\",\"clients\":[{\"clientId\":\"bench\","
                + "\"publicClient\":true,\"redirectUris\":[\"http://127.0.0.1:9/*\"]}],\"users\":[" + users + "]}";
    }

    int port() {
        return port;
    }

    /** How it says that it has hashed somebody's password. */
    String hashing() throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(
                send(HttpRequest.newBuilder(URI.create(address() + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=password&client_id=admin-cli&username=admin&password="
                                        + Client.encoded(PASSWORD)))));
        if (!token.find()) {
            throw new IOException("no token of the administrator");
        }
        String bearer = "Bearer " + token.group(1);
        String user =
                send(HttpRequest.newBuilder(URI.create(address() + "/admin/realms/bench/users?username=b1&exact=true"))
                        .header("Authorization", bearer));
        Matcher id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(user);
        if (!id.find()) {
            throw new IOException("nobody: " + user);
        }
        return send(HttpRequest.newBuilder(
                                URI.create(address() + "/admin/realms/bench/users/" + id.group(1) + "/credentials"))
                        .header("Authorization", bearer))
                .replaceFirst(".*\"credentialData\":\"", "")
                .replaceFirst("\\}\".*", "}")
                .replace("\\", "");
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private void waitUntilThere(Path home) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                if (http.send(
                                        HttpRequest.newBuilder(URI.create(address() + "/realms/bench"))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
            Thread.sleep(500);
        }
        close();
        throw new IOException(
                "Keycloak does not start: " + Files.readString(home.resolve("keycloak.log"), StandardCharsets.UTF_8));
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        http.close();
    }
}
