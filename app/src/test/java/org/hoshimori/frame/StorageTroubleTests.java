package org.hoshimori.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.storage.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the database says where it can't write reaches people as words; the database is the real one, made to say so by a trigger. */
@ApplicationTest
class StorageTroubleTests {

    private final MockMvcTester pages;
    private final JdbcTemplate sql;

    StorageTroubleTests(@Autowired MockMvcTester pages, @Autowired JdbcTemplate sql) {
        this.pages = pages;
        this.sql = sql;
    }

    @AfterEach
    void putRight() {
        asOwner("DROP TRIGGER IF EXISTS trouble ON estate.item");
        asOwner("DROP FUNCTION IF EXISTS estate.trouble");
    }

    @Test
    void aFullDiskIsToldAndNothingIsWritten() {
        String number = saysOfEveryInsert("53100");
        assertThat(entered(number))
                .hasStatus(507)
                .bodyText()
                .contains("ディスクがいっぱい", "保存されていません")
                .doesNotContain("could not extend");
        assertThat(entries(number)).isZero();
    }

    @Test
    void aDatabaseThatStopsIsToldAndMayBeAskedAgain() {
        String number = saysOfEveryInsert("57P01");
        assertThat(entered(number)).hasStatus(503).headers().hasValue("Retry-After", "10");
        assertThat(entered(number, new Cookie("lang", "en"))).bodyText().contains("cannot be reached");
        assertThat(entries(number)).isZero();
        putRight();
        assertThat(entered(number)).hasStatus3xxRedirection();
    }

    @Test
    void anotherFaultIsNoneOfThese() {
        assertThat(StorageTrouble.Trouble.of(new IllegalStateException(new IOException("Broken pipe"))))
                .isEmpty();
        assertThat(StorageTrouble.Trouble.of(
                        new java.io.UncheckedIOException(new IOException("write: No space left on device"))))
                .contains(StorageTrouble.Trouble.DISK_FULL);
    }

    /** From now on the register of things refuses what is new, as the database does for such a reason; a number to enter. */
    private String saysOfEveryInsert(String state) {
        asOwner("CREATE FUNCTION estate.trouble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " RAISE EXCEPTION 'could not extend file' USING ERRCODE = '" + state + "'; END $$");
        asOwner("CREATE TRIGGER trouble BEFORE INSERT ON estate.item FOR EACH ROW EXECUTE FUNCTION estate.trouble()");
        return "ST-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static void asOwner(String act) {
        try (Connection connection = Database.connect(Installation.owner());
                Statement statement = connection.createStatement()) {
            statement.execute(act);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long entries(String number) {
        return sql.queryForObject("SELECT count(*) FROM estate.item WHERE number = ?", Long.class, number);
    }

    private MvcTestResult entered(String number, Cookie... cookies) {
        var request = pages.post()
                .uri("/devices")
                .with(authentication(SignedInAs.person(UUID.randomUUID(), "estate")))
                .with(csrf())
                .param("itemNumber", number)
                .param("itemName", "試験")
                .param("sort", "notebook")
                .param("level", "1")
                .param("state", "IN_USE")
                .param("note", "")
                .param("version", "0");
        return (cookies.length > 0 ? request.cookie(cookies) : request).exchange();
    }
}
