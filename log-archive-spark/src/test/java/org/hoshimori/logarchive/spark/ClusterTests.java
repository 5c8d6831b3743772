package org.hoshimori.logarchive.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.launcher.JavaModuleOptions;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Importing;
import org.hoshimori.logarchive.Questions;
import org.hoshimori.logarchive.Reviewing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real master and two real workers answer what the embedded engine answers. */
class ClusterTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SPARK = Path.of(System.getProperty("spark.folder"));
    private static final String ROWS =
            "SELECT source, count(*), sum(hash(log)::HUGEINT)::VARCHAR FROM log GROUP BY source ORDER BY source";

    @TempDir
    static Path folder;

    private static final List<Process> CLUSTER = new ArrayList<>();
    private static String master = "";
    private static List<Path> logs = List.of();
    private static Path registers = Path.of("");
    private static Path archive = Path.of("");

    private static Process java(String name, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve(name + ".err").toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile());
        builder.environment().put("SPARK_HOME", SPARK.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13"); // else it looks for its own sources
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.start();
    }

    private static void daemon(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("-Xmx256m"));
        command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of("-cp", SPARK.resolve("jars") + "/*"));
        command.addAll(List.of(arguments));
        CLUSTER.add(java(name, command));
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        master = "spark://127.0.0.1:" + port;
        daemon(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "" + port,
                "--webui-port",
                "0");
        until(() -> {
            try (Socket _ = new Socket("127.0.0.1", port)) {
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        for (int i = 1; i <= 2; i++) {
            daemon(
                    "worker-" + i,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--webui-port",
                    "0",
                    "--work-dir",
                    folder.resolve("work-" + i).toString(),
                    master);
        }
        until(() -> count(folder.resolve("master.err"), "Registering worker") == 2);
        Traffic traffic = new Traffic(folder.resolve("traffic"));
        logs = traffic.logs();
        registers = traffic.registers();
        archive = folder.resolve("archive");
        JsonNode imported = main("import", logs.stream().map(Path::toString).toArray(String[]::new));
        assertThat(imported.size()).isEqualTo(logs.size());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        for (Process process : CLUSTER) {
            process.destroy();
            process.waitFor();
        }
    }

    /** Something that comes true. */
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void until(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + 300_000_000_000L;
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(200);
        }
    }

    private static long count(Path file, String words) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(l -> l.contains(words))
                        .count()
                : 0;
    }

    /** Asks the cluster, as the command does. */
    private static JsonNode main(String command, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx768m",
                "-Dspark.executor.memory=768m",
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.sql.shuffle.partitions=3",
                "-jar",
                SPARK.resolve("jars/hoshimori-log-archive-spark.jar").toString(),
                command,
                "--master",
                master,
                "--archive",
                archive.toString()));
        arguments.addAll(List.of(more));
        String name = command + "-" + System.nanoTime();
        Process process = java(name, arguments);
        assertThat(process.waitFor())
                .as(() -> {
                    try {
                        List<String> said = Files.readAllLines(folder.resolve(name + ".err"));
                        return String.join("\n", said.subList(Math.max(0, said.size() - 30), said.size()));
                    } catch (IOException e) {
                        return "";
                    }
                })
                .isZero();
        return JSON.readTree(Files.readString(folder.resolve(name + ".out")));
    }

    private static List<List<Object>> rows(Path archive) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        Questions.ask(Archive.open(archive), ROWS, head -> {}, rows::add);
        return rows;
    }

    @Test
    void importsTheRowsThatTheEmbeddedImportDoes() throws IOException {
        Path embedded = folder.resolve("embedded");
        Importing.run(Archive.create(embedded), Importing.Options.standard(), logs, outcome -> {});
        assertThat(rows(archive)).isEqualTo(rows(embedded));
        assertThat(rows(archive)).hasSizeGreaterThan(3);
        // More than one worker took part.
        assertThat(count(folder.resolve("master.err"), "Launching executor")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void importsNothingTwice() throws IOException, InterruptedException {
        List<List<Object>> before = rows(archive);
        main("import", logs.stream().map(Path::toString).toArray(String[]::new));
        assertThat(rows(archive)).isEqualTo(before);
    }

    @Test
    void answersEveryRuleAsTheEmbeddedEngineDoes() throws IOException, InterruptedException {
        JsonNode there =
                main("review", "--registers", registers.toString(), "--from", "2026-03-02", "--until", "2026-03-15");
        JsonNode here = JSON.valueToTree(Reviewing.of(
                Archive.open(archive),
                new Reviewing.Options(
                        null,
                        registers,
                        LocalDate.parse("2026-03-02"),
                        LocalDate.parse("2026-03-15"),
                        ZoneId.of("Asia/Tokyo"),
                        Map.of(),
                        0)));
        assertThat(there.get("rows").asLong())
                .isEqualTo(here.get("rows").asLong())
                .isGreaterThan(5000);
        assertThat(there.get("rules").size()).isEqualTo(here.get("rules").size());
        for (int r = 0; r < here.get("rules").size(); r++) {
            JsonNode one = here.get("rules").get(r);
            JsonNode two = there.get("rules").get(r);
            String rule = one.get("rule").asString();
            assertThat(two.get("missing")).as(rule).isEqualTo(one.get("missing"));
            assertThat(answers(one)).as(rule + ": something is planted").isNotEmpty();
            assertThat(answers(two)).as(rule).isEqualTo(answers(one));
        }
    }

    /** Each hit's id and values; numbers to nine digits. */
    private static List<String> answers(JsonNode rule) {
        List<String> answers = new ArrayList<>();
        for (JsonNode hit : rule.get("hits")) {
            StringBuilder text = new StringBuilder(hit.get("id").asString());
            for (Map.Entry<String, JsonNode> value : hit.get("values").properties()) {
                JsonNode v = value.getValue();
                text.append(' ')
                        .append(value.getKey())
                        .append('=')
                        .append(v.isNumber() ? String.format(Locale.ROOT, "%.8e", v.asDouble()) : v.toString());
            }
            answers.add(text.toString());
        }
        return answers;
    }
}
