package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.core.organization.PeopleRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Importing from the server, while the application runs. */
@ApplicationTest
class SheetCommandTests {

    @Autowired
    private PeopleRegister people;

    @TempDir
    private Path temp;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(
                temp.resolve("社員名簿.csv"),
                "社員名簿,,,\r\n社員番号,氏名,メール,入社日,血液型\r\n" + mark + "-1,山田 太郎,a" + mark + "@example.jp,R6.4.1,A\r\n" + mark
                        + "-2,鈴木 花子,b" + mark + "@example.jp,未定,B\r\n",
                Charset.forName("windows-31j"));
    }

    @Test
    void tellsInJsonWhatWouldHappenAndWritesNothing() {
        Ran ran = run("--dry-run", "--format", "json");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(Exit.FINDINGS);
        JsonNode json = JsonMapper.shared().readTree(ran.out());
        assertThat(Formats.fields(json)).containsExactlyInAnyOrder("columns", "rowsRead", "rowsRefused", "changes");
        assertThat(Formats.documented("import REGISTER")).containsAll(Formats.fields(json));
        assertThat(json.get("rowsRead").asInt()).isEqualTo(2);
        assertThat(json.get("columns").get(0))
                .hasToString("{\"cell\":\"A2\",\"field\":\"staffNumber\",\"heading\":\"社員番号\"}");
        assertThat(json.get("columns").get(4).get("field").isNull()).isTrue();
        assertThat(json.get("rowsRefused").get(0).get("cell").asString()).isEqualTo("D4");
        assertThat(json.get("changes")).hasToString("{\"changed\":0,\"new\":1,\"same\":0}");
        assertThat(people.numbered(List.of(mark + "-1"))).isEmpty();
    }

    @Test
    void writesNothingWhileARowIsWrongUnlessItIsToBeLeftOut() {
        Ran stopped = run();
        assertThat(stopped.code()).isEqualTo(Exit.FINDINGS);
        assertThat(stopped.out()).contains("D4 「未定」は日付として読めません。", "何も書き込みませんでした");
        assertThat(people.numbered(List.of(mark + "-1"))).isEmpty();
        Ran done = run("--leave-out");
        assertThat(done.out()).contains("書き込みました", "新しい行1件");
        assertThat(people.numbered(List.of(mark + "-1", mark + "-2"))).hasSize(1);
        assertThat(run("--leave-out").out()).contains("新しい行0件、変わった行0件、同じだった行1件");
    }

    @Test
    void refusesARegisterThatThereIsNotAndAFileThatIsNoTable() throws IOException {
        assertThat(Ran.hoshimori(
                        "import",
                        "stars",
                        file,
                        "--data",
                        Installation.folder(),
                        "--database",
                        Installation.owner().url()))
                .extracting(Ran::code)
                .isEqualTo(Exit.WRONG);
        Files.writeString(file, "%PDF-1.7");
        Ran ran = run();
        assertThat(ran.code()).isEqualTo(Exit.WRONG);
        assertThat(ran.err()).contains("表のファイルではありません");
    }

    private Ran run(String... options) {
        List<Object> words = new java.util.ArrayList<>(List.of("import", "people", file));
        words.addAll(List.of(options));
        words.addAll(List.of("--data", Installation.folder()));
        return Ran.hoshimori(words.toArray());
    }
}
