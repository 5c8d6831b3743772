package org.hoshimori.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.storage.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class BackupPagesTests {

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Backups backups;

    @Autowired
    private BackupLog log;

    @Autowired
    private BackupSetUp.Place place;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient sql;

    @BeforeEach
    void forgetOthers() throws Exception {
        waitUntilDone();
        try (Connection owner = Database.connect(Installation.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("TRUNCATE exchange.backup");
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place.made())) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    @Test
    void makesOneAndHandsItOutToWhoMay() throws Exception {
        assertThat(post("/backups")).hasRedirectedUrl("/backups");
        waitUntilDone();
        BackupLog.Backup made = log.last().orElseThrow();
        assertThat(made.state()).as(made.failure()).isEqualTo(BackupLog.State.MADE);
        assertThat(place.made().resolve(made.file())).hasSize(made.bytes());
        assertThat(page()).hasStatusOk().bodyText().contains("最後のバックアップは1時間以内", made.file(), "作成済み");
        MvcTestResult file = get("/backups/" + made.id() + "/file", "backups");
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getContentAsByteArray()).hasSize((int) made.bytes());
        assertThat(acts(made.id())).contains("backup.made/1", "backup.taken/1");
        assertThat(get("/backups/" + made.id() + "/file", "record")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get("/backups", "people")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get("/backups/" + UUID.randomUUID() + "/file", "backups")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void keepsOnlySoMany() throws Exception {
        Backups few = with("P1D", 2, Clock.systemUTC(), place);
        for (int i = 0; i < 3; i++) {
            few.begin(Actor.system("test"));
            while (few.running().isPresent()) {
                Thread.sleep(20);
            }
        }
        assertThat(log.beyond(2)).isEmpty();
        try (var files = Files.list(place.made())) {
            assertThat(files.filter(f -> f.toString().endsWith(".backup"))).hasSize(2);
        }
        assertThat(page()).bodyText().contains("削除済み");
    }

    @Test
    void saysThatOneFailedAndLeavesNothingHalfMade() throws Exception {
        Path file = Files.createTempFile("no", "folder");
        Backups broken = with(
                "P1D", 7, Clock.systemUTC(), new BackupSetUp.Place(place.data(), place.reader(), file.resolve("x")));
        broken.begin(Actor.system("test"));
        while (broken.running().isPresent()) {
            Thread.sleep(20);
        }
        assertThat(broken.health()).isEqualTo(Backups.Health.FAILED);
        assertThat(page()).bodyText().contains("前回のバックアップに失敗しました", "書き込みに失敗しました");
        assertThat(acts(log.last().orElseThrow().id())).contains("backup.failed/1");
        Files.delete(file);
    }

    @Test
    void alarmsWhenTheNewestIsOld() throws Exception {
        assertThat(backups.begin(Actor.system("test"))).isTrue();
        waitUntilDone();
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(3));
        assertThat(with("P1D", 7, later, place).health()).isEqualTo(Backups.Health.OLD);
        assertThat(with("off", 7, later, place).health()).isEqualTo(Backups.Health.FINE);
    }

    @Test
    void stopsWhenAskedAndKeepsNothing() throws Exception {
        BackupProgress progress = new BackupProgress();
        progress.cancel();
        Path file = place.made().resolve("cancelled.backup");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> new BackingUp(place.reader(), place.data(), Clock.systemUTC())
                                .to(file, UUID.randomUUID(), progress)))
                .isInstanceOf(java.util.concurrent.CancellationException.class);
        try (var files = Files.list(place.made())) {
            assertThat(files.map(f -> f.getFileName().toString())).noneMatch(n -> n.startsWith("cancelled"));
        }
    }

    @Test
    void endsWhatAKilledServerLeftRunning() {
        UUID id = UUID.randomUUID();
        log.begin(id, Instant.now(), "system:test", "killed.backup");
        assertThat(post("/backups")).as("one at a time").hasRedirectedUrl("/backups?busy");
        backups.byPlan();
        assertThat(log.find(id).orElseThrow().failure()).isEqualTo("interrupted");
    }

    private Backups with(String rhythm, int keep, Clock clock, BackupSetUp.Place where) {
        return new Backups(where, BackupPlan.of(rhythm, "02:30", keep), log, events, transaction, clock);
    }

    private void waitUntilDone() throws InterruptedException {
        while (backups.running().isPresent()) {
            Thread.sleep(20);
        }
    }

    private java.util.List<String> acts(UUID id) {
        return sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject")
                .param("subject", "backup:" + id)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private MvcTestResult page() {
        return get("/backups", "backups");
    }

    private MvcTestResult get(String uri, String permission) {
        return pages.get()
                .uri(uri)
                .with(authentication(SignedInAs.may(permission)))
                .exchange();
    }

    private MvcTestResult post(String uri) {
        return pages.post()
                .uri(uri)
                .with(csrf())
                .with(authentication(SignedInAs.may("backups")))
                .exchange();
    }
}
