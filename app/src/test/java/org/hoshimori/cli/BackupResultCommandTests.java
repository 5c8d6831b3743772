package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.chapters.backups.BackupPlans;
import org.hoshimori.chapters.backups.Plan;
import org.hoshimori.chapters.backups.TestPlans;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reporting from the server, while the application runs, and to a server elsewhere. */
@ApplicationTest
class BackupResultCommandTests {

    @Autowired
    private BackupPlans plans;

    @Autowired
    private Estate estate;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private JdbcClient sql;

    @TempDir
    private Path temp;

    private Plan plan;

    @BeforeEach
    void aPlan() {
        plan = TestPlans.entered(
                plans,
                TestPlans.nightly(estate, TestPeople.entered(people, "命令", "係").id()));
    }

    @Test
    void recordsWhatIsTypedOnce() {
        assertThat(here("--status", "ok", "--bytes", "500", "--run", "r1").code())
                .isEqualTo(Exit.FINE);
        assertThat(here("--status", "ok", "--bytes", "500", "--run", "r1").out())
                .contains("記録済み");
        assertThat(here("--status", "ok", "--bytes", "9", "--run", "r1").code()).isEqualTo(Exit.WRONG);
        Ran failed = here("--status", "failed", "--message", "テープの残量がありません");
        assertThat(failed.code())
                .as("recorded, and there is something to look at")
                .isEqualTo(Exit.FINDINGS);
        assertThat(runs()).containsExactlyInAnyOrder("fine 500 command", "failed -1 command");
    }

    @Test
    void recordsWhatAToolSays() throws IOException {
        Path report = temp.resolve("restic.jsonl");
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/backups/restic-second.jsonl"))) {
            Files.write(report, in.readAllBytes());
        }
        Ran ran = here("--file", report.toString(), "--tool", "restic", "--exit-code", "0");
        assertThat(ran.out()).contains("restic:e976f12c");
        assertThat(runs()).containsExactly("fine 1050006 command");
    }

    @Test
    void readsTablesOfWindowsInTheirEncoding() throws IOException {
        Path report = temp.resolve("events.csv");
        Files.write(
                report,
                "Level,Date and Time,Source,Event ID,Task Category\r\nInformation,2026/11/27 21:09:13,Microsoft-Windows-Backup,4,None,ok\r\n"
                        .getBytes(StandardCharsets.UTF_16));
        assertThat(here("--file", report.toString(), "--tool", "windows-server-backup")
                        .code())
                .isEqualTo(Exit.FINE);
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(here().err()).contains("報告する結果がありません");
        assertThat(here("--status", "ok", "--finished", "昨日").err()).contains("日時が読めません");
        assertThat(here("--file", temp.toString(), "--tool", "tar").err()).contains("どのツール");
        Path empty = Files.createFile(temp.resolve("empty"));
        assertThat(here("--file", empty.toString(), "--tool", "borg").err()).contains("読み取れません");
        assertThat(Ran.hoshimori("backup-result", "--plan", "T-none", "--status", "ok", "--data", Installation.folder())
                        .err())
                .contains("計画がありません: T-none");
        assertThat(there("http://hoshimori.example.jp", "t").err()).contains("https");
        assertThat(there("http://127.0.0.1:1", "").err()).contains("トークンがありません");
        assertThat(there("http://127.0.0.1:1", "t").err()).contains("返事がありません");
    }

    @Test
    void sendsAResultToTheServerAndSaysWhatItAnswers() throws IOException {
        List<String> received = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/backup-results", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("Authorization"));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(body);
            boolean refuse = body.contains("\"failed\"");
            byte[] answer = (refuse ? "{\"detail\":\"no\"}" : "{\"judged\":\"fine\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refuse ? 409 : 201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            Ran ran = there(url, "hbr_secret");
            assertThat(ran.err()).isEmpty();
            assertThat(ran.code()).isEqualTo(Exit.FINE);
            assertThat(received.getFirst()).isEqualTo("Bearer hbr_secret");
            assertThat(received.get(1)).contains("\"plan\":\"" + plan.code() + "\"", "\"status\":\"ok\"", "\"run\":");
            Ran refused = there(url, "hbr_secret", "--status", "failed");
            assertThat(refused.code()).isEqualTo(Exit.WRONG);
            assertThat(refused.err()).contains("409");
        } finally {
            server.stop(0);
        }
    }

    private List<String> runs() {
        return sql.sql("SELECT judged || ' ' || bytes || ' ' || way FROM backups.run WHERE plan = :plan")
                .param("plan", plan.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private Ran there(String url, String token, String... more) {
        List<String> status = more.length == 0 ? List.of("--status", "ok") : List.of(more);
        return Ran.hoshimori(Stream.concat(
                        Stream.of("backup-result", "--plan", plan.code(), "--url", url, "--token", token),
                        status.stream())
                .toArray());
    }

    private Ran here(String... options) {
        return Ran.hoshimori(Stream.concat(
                        Stream.of("backup-result", "--plan", plan.code(), "--data", Installation.folder()),
                        Stream.of(options))
                .toArray());
    }
}
