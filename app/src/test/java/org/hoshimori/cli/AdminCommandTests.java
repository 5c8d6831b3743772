package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.catalog.Lang;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The command on the server, while the application runs. */
@ApplicationTest
class AdminCommandTests {

    private static final String PASSWORD = "Tanuki7-odori+Kaze";

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private PeopleRegister register;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient sql;

    @TempDir
    private Path temp;

    @Test
    void releasesALockedAccountAndSaysSoInTheRecord() {
        Person person = withAccount();
        for (int i = 0; i < 5; i++) {
            logIn(person, "wrong");
        }
        assertThat(accounts.lockedUntil(person.id())).isPresent();
        Ran ran = unlock(person.mail());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(Exit.FINE);
        assertThat(ran.out()).isEqualTo("Yamada 花子さんのアカウントのロックを解除しました。\n");
        assertThat(accounts.lockedUntil(person.id())).isEmpty();
        assertThat(logIn(person, PASSWORD)).isEqualTo("/");
        assertThat(sql.sql("SELECT actor FROM evidence.entry WHERE subject = :subject AND act = 'account.unlocked/1'")
                        .param("subject", "person:" + person.id())
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("system:server"));
    }

    @Test
    void takesAStaffNumberAndChangesNothingThatIsNotLocked() {
        Person person = withAccount();
        Ran ran = unlock(person.staffNumber(), "--second-factor");
        assertThat(ran.code()).isEqualTo(Exit.FINE);
        assertThat(ran.out()).contains("ロックされていません", "2つ目の認証要素は、登録されていません");
        assertThat(sql.sql("SELECT count(*) FROM evidence.entry WHERE subject = :subject AND actor = 'system:server'")
                        .param("subject", "person:" + person.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesWhomItDoesNotKnow() {
        Ran ran = unlock("nobody@example.jp");
        assertThat(ran.code()).isEqualTo(Exit.WRONG);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.complaints()).containsExactly("nobody@example.jp のアカウントはありません。");
    }

    @Test
    void refusesAFolderWithoutDataAndMakesNone() {
        Path none = temp.resolve("none");
        Ran ran = Ran.hoshimoriIn(Lang.EN, "admin", "unlock", "x@example.jp", "--data", none);
        assertThat(ran.code()).isEqualTo(Exit.WRONG);
        assertThat(ran.complaints()).containsExactly("The folder " + none + " is not Hoshimori's.");
        assertThat(none).doesNotExist();
    }

    private static Ran unlock(String who, Object... more) {
        return Ran.hoshimori(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("admin", "unlock", who, "--data", Installation.folder()),
                        java.util.stream.Stream.of(more))
                .toArray());
    }

    private String logIn(Person person, String password) {
        return String.valueOf(pages.post()
                .uri("/log-in")
                .with(csrf())
                .param("mail", person.mail())
                .param("password", password)
                .exchange()
                .getResponse()
                .getRedirectedUrl());
    }

    private Person withAccount() {
        Person person = TestPeople.entered(register, "Yamada", "花子");
        assertThat(accounts.open(person, PASSWORD, Set.of(), Actor.system("test")))
                .isEmpty();
        return person;
    }
}
