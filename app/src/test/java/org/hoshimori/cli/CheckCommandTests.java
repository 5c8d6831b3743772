package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.core.checks.TestChecks;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks and posture from the server, while the application runs. */
@ApplicationTest
class CheckCommandTests {

    private static final String HEADER = """
            -- clause:   acc-9.3.g
            -- title.ja: 自社の点検
            -- title.en: Own check
            -- severity: low
            -- scope:    subject
            -- subject:  person
            """;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private JdbcClient sql;

    @TempDir
    private Path temp;

    @Test
    void explainsWhatACheckComesTo() throws IOException {
        var person = TestPeople.entered(people, "試行", "花子");
        long before = sql.sql("SELECT count(*) FROM checks.definition")
                .query(Long.class)
                .single();
        Ran ran = check(
                HEADER + "SELECT id AS subject, 'alarm' AS status, 'short' AS reason, :{acc-9.3.g_min-length} AS least"
                        + " FROM facts.person WHERE id = '" + person.id() + "'");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(Exit.FINDINGS);
        assertThat(ran.out())
                .contains(
                        "条項: acc-9.3.g",
                        "読むもの: person.id",
                        "パラメーター acc-9.3.g_min-length = 10",
                        "結果: 適合 0、不適合 1、対象外 0",
                        "person:" + person.id());
        assertThat(sql.sql("SELECT count(*) FROM checks.definition")
                        .query(Long.class)
                        .single())
                .as("nothing is kept")
                .isEqualTo(before);
    }

    @Test
    void tellsWhyItIsNone() throws IOException {
        Ran stolen = check(HEADER + "SELECT person AS subject, 'ok' AS status, hash AS reason FROM identity.password");
        assertThat(stolen.code()).isEqualTo(Exit.WRONG);
        assertThat(stolen.err()).contains("点検として使えません。データベースが受け付けません", "permission denied");
        assertThat(check("SELECT 1").err()).contains("先頭の見出しに「clause」がありません。");
        assertThat(check(
                                HEADER
                                        + "SELECT id AS subject, 'ok' AS status, '' AS reason FROM facts.person WHERE joined_on = :{today}")
                        .err())
                .contains(":{today}", "time: daily");
    }

    @Test
    void tellsThePosture() {
        TestChecks.run(application);
        Ran table = Ran.hoshimori("posture", "--data", Installation.folder().toString());
        assertThat(table.err()).isEmpty();
        assertThat(table.code()).isEqualTo(Exit.FINE);
        assertThat(table.out()).containsPattern("org-1\\.b +不適合").contains("義務: システム");
        Ran json = Ran.hoshimori("posture", "--data", Installation.folder().toString(), "--format", "json");
        assertThat(json.out())
                .startsWith("{\"share\":{\"executed\":")
                .contains("\"id\":\"org-1.b\",\"state\":\"alarm\"");
    }

    private Ran check(String text) throws IOException {
        Path file = Files.writeString(temp.resolve("own.sql"), text);
        return Ran.hoshimori(
                "check", file.toString(), "--data", Installation.folder().toString());
    }
}
