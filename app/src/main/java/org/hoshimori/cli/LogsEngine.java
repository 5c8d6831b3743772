package org.hoshimori.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where import and review run: here, or on a cluster of Apache Spark. The cluster's part is no part of this program: it is a process of its
 * own, from its own folder ({@code HOSHIMORI_SPARK}, or where this checkout builds it).
 */
final class LogsEngine {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JAR = "jars/hoshimori-log-archive-spark.jar";

    @CommandLine.Option(names = "--engine", paramLabel = "embedded|spark", descriptionKey = "logs.engine")
    private Kind kind = Kind.embedded;

    @CommandLine.Option(names = "--master", paramLabel = "spark://HOST:7077", descriptionKey = "logs.master")
    private String master = "local[*]";

    /** What there is. */
    enum Kind {
        embedded,
        spark
    }

    Kind kind() {
        return kind;
    }

    boolean isSpark() {
        return kind == Kind.spark;
    }

    /** Has the cluster do something; answers with what it says. */
    JsonNode ask(String command, List<String> arguments) throws IOException {
        Path errors = Files.createTempFile("hoshimori-spark", ".log");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                folder().resolve(JAR).toString(),
                command,
                "--master",
                master));
        line.addAll(arguments);
        Process process =
                new ProcessBuilder(line).redirectError(errors.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = ended(process);
        JsonNode answer = read(said);
        if (answer != null && answer.has("refused")) {
            List<String> words = new ArrayList<>();
            answer.path("arguments").forEach(a -> words.add(Errors.oneLine(a.asString())));
            throw new Refused(answer.get("refused").asString(), words.toArray(String[]::new));
        }
        if (code != 0 || answer == null) {
            throw new Refused("logs.spark-failed", last(errors), errors.toString());
        }
        Files.delete(errors);
        return answer;
    }

    private static int ended(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static @Nullable JsonNode read(String said) {
        try {
            return said.isBlank() ? null : JSON.readTree(said);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static String last(Path errors) throws IOException {
        try (Stream<String> lines = Files.lines(errors, StandardCharsets.ISO_8859_1)) {
            return Errors.oneLine(lines.filter(l -> l.contains("Exception") || l.contains("ERROR"))
                    .reduce((a, b) -> b)
                    .orElse(""));
        }
    }

    private static Path folder() {
        String given = System.getProperty("hoshimori.spark", System.getenv("HOSHIMORI_SPARK"));
        Path folder = given == null ? built() : Path.of(given);
        if (folder == null || !Files.exists(folder.resolve(JAR))) {
            throw new Refused("logs.no-spark", folder == null ? "" : folder.toString());
        }
        return folder;
    }

    /** Where {@code mvn -Pspark} puts it in the checkout that this program runs from. */
    private static @Nullable Path built() {
        try {
            Path here = Path.of(LogsEngine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path up = here; up != null; up = up.getParent()) {
                if (Files.isDirectory(up.resolve("log-archive-spark"))) {
                    return up.resolve("log-archive-spark/target/spark");
                }
            }
            return null;
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            return null;
        }
    }
}
