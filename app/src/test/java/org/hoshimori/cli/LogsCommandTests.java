package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.cli.Formats.documented;
import static org.hoshimori.cli.Formats.fields;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code hoshimori logs …} as a user calls it. */
class LogsCommandTests {

    private static final String SQUID =
            "1461576382.642    161 10.9.0.4 TCP_MISS/200 103701 GET http://www.example.jp/ - DIRECT/192.0.2.1 text/html\n";

    @TempDir
    Path folder;

    private Path archive;
    private Path log;

    @BeforeEach
    void write() throws IOException {
        archive = folder.resolve("保管庫");
        log = Files.writeString(folder.resolve("access.log"), SQUID);
    }

    private Ran logs(String command, Object... more) {
        return Ran.hoshimori(Stream.concat(Stream.of("logs", command, "--archive", archive), Stream.of(more))
                .toArray());
    }

    @Test
    void importsOnceAndSaysSo() {
        assertThat(logs("import", log).out()).contains("squid、1 行");
        Ran again = logs("import", log);
        assertThat(again.code()).isEqualTo(Exit.FINE);
        assertThat(again.out()).contains("取り込み済み");
    }

    @Test
    void takesTheLogsFormatAndJsonByTheSameOption() throws IOException {
        Files.writeString(log, SQUID + "no log\n");
        Ran ran = logs("import", log, "--format", "squid", "--format", "json", "--source", "proxy-1");
        assertThat(ran.code()).isEqualTo(Exit.FINDINGS);
        JsonNode file = ran.json().get("files").get(0);
        assertThat(documented("logs …")).containsAll(fields(file)).containsAll(fields(ran.json()));
        assertThat(file.get("source").asString()).isEqualTo("proxy-1");
        assertThat(file.get("aside").get("malformed").asInt()).isEqualTo(1);
    }

    @Test
    void verifiesAndFindsAChange() throws IOException {
        logs("import", log);
        Ran clean = logs("verify", "--format", "json");
        assertThat(clean.code()).isEqualTo(Exit.FINE);
        assertThat(clean.json().get("intact").asBoolean()).isTrue();
        try (Stream<Path> files = Files.walk(archive.resolve("rows"))) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
        }
        Ran spoilt = logs("verify", "--format", "json");
        assertThat(spoilt.code()).isEqualTo(Exit.FINDINGS);
        JsonNode fault = spoilt.json().get("faults").get(0);
        assertThat(fault.get("code").asString()).isEqualTo("changed");
        assertThat(documented("logs …")).containsAll(fields(spoilt.json())).containsAll(fields(fault));
        assertThat(logs("verify").out()).contains("変更").contains("記録と合いません");
    }

    @Test
    void reviewsAndRemembersMarks() throws IOException {
        logs("import", log);
        Path registers = Files.createDirectories(folder.resolve("台帳"));
        Files.writeString(registers.resolve("networks.csv"), "cidr,name,zone,managed\n10.1.0.0/16,office,office,yes\n");
        Ran review = logs("review", "--registers", registers, "--format", "json");
        assertThat(review.code()).isEqualTo(Exit.FINDINGS);
        assertThat(documented("logs …")).containsAll(fields(review.json()));
        JsonNode rule = review.json().get("rules").get(0);
        assertThat(documented("logs …")).containsAll(fields(rule));
        JsonNode hit = rule.get("hits").get(0);
        assertThat(documented("logs …")).containsAll(fields(hit));
        assertThat(hit.get("sentence").get("ja").asString())
                .contains("10.9.0.4")
                .contains("2016-04-25 18:26");
        assertThat(hit.get("rows").get(0).get("src_endpoint_ip").asString()).isEqualTo("10.9.0.4");
        String id = hit.get("id").asString();
        assertThat(logs("mark", id, "explained", "--note", "工事").code()).isEqualTo(Exit.FINE);
        Ran again = logs("review", "--registers", registers);
        assertThat(again.code()).isEqualTo(Exit.FINE);
        assertThat(again.out()).contains("説明済み").contains("登録するか切り離してください");
    }

    @Test
    void answersAQuestionAndRefusesAnythingElse() {
        logs("import", log);
        Ran answer = logs("query", "SELECT src_endpoint_ip, traffic_bytes_in FROM log", "--format", "json");
        assertThat(answer.out().strip()).isEqualTo("{\"src_endpoint_ip\":\"10.9.0.4\",\"traffic_bytes_in\":103701}");
        for (String wrong : List.of("DROP VIEW log", "SELECT nothing FROM log", "SELECT 1; SELECT 2")) {
            Ran refused = logs("query", wrong);
            assertThat(refused.code()).isEqualTo(Exit.WRONG);
            assertThat(refused.complaints()).isNotEmpty();
        }
    }

    @Test
    void purgesByTheRegulationOnly() {
        logs("import", log);
        assertThat(logs("purge", "--older-than", "P1Y").code()).isEqualTo(Exit.WRONG);
        assertThat(logs("purge", "--dry-run", "--format", "json")
                        .json()
                        .get("rows")
                        .asInt())
                .isEqualTo(1);
        assertThat(logs("purge").out()).contains("消しました").contains("P3Y");
        JsonNode stats = logs("stats", "--format", "json").json();
        assertThat(stats.get("rows").asInt()).isZero();
        assertThat(documented("logs …"))
                .containsAll(fields(stats))
                .containsAll(fields(stats.get("sources").get(0)));
    }

    @Test
    void refusesWhatIsNoArchiveOrNoFormat() throws IOException {
        assertThat(logs("verify").complaints()).isNotEmpty();
        assertThat(Ran.hoshimoriIn(Lang.EN, "logs", "import", "--archive", archive, log, "--format", "squidd")
                        .err())
                .contains("no log format squidd")
                .contains("cisco-asa");
        Files.writeString(Files.createDirectories(folder.resolve("mine")).resolve("a.txt"), "a");
        assertThat(Ran.hoshimori("logs", "import", "--archive", folder.resolve("mine"), log)
                        .code())
                .isEqualTo(Exit.WRONG);
        assertThat(logs("listen").code()).isEqualTo(Exit.WRONG);
    }

    @Test
    void saysWhatIsMissingWhereThereIsNoCluster() {
        logs("import", log);
        System.setProperty("hoshimori.spark", folder.toString());
        try {
            Ran ran = logs("review", "--engine", "spark", "--master", "spark://127.0.0.1:1");
            assertThat(ran.code()).isEqualTo(Exit.WRONG);
            assertThat(ran.err()).contains("HOSHIMORI_SPARK");
        } finally {
            System.clearProperty("hoshimori.spark");
        }
    }

    @Test
    void makesOneFileOfSmallOnes() throws IOException {
        logs("import", log, Files.writeString(folder.resolve("more.log"), SQUID.replace("161", "162")));
        Ran ran = logs("compact", "--format", "json");
        assertThat(ran.code()).isEqualTo(Exit.FINE);
        assertThat(documented("logs …")).containsAll(fields(ran.json()));
        assertThat(ran.json().get("before").asInt()).isEqualTo(2);
        assertThat(ran.json().get("after").asInt()).isEqualTo(1);
        assertThat(logs("stats", "--format", "json").json().get("rows").asInt()).isEqualTo(2);
    }
}
