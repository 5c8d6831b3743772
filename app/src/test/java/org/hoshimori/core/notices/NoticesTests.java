package org.hoshimori.core.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.core.company.BusinessCalendar;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class NoticesTests {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<.+>)$");

    @Autowired
    private Notices notices;

    @Autowired
    private NoticeTable table;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Preferences preferences;

    @Autowired
    private Wordings wordings;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private BusinessCalendar calendar;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient sql;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Person person;

    @BeforeEach
    void start() {
        sql.sql("UPDATE notices.delivery SET state = 'withdrawn' WHERE state IN ('waiting', 'undeliverable')")
                .update();
        sql.sql("UPDATE notices.notice SET gathered = false").update();
        server.start();
        person = TestPeople.entered(people, "通知", "花子");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void mailsAtOnceInTheLanguageOfWhoIsTold() throws Exception {
        assertThat(notices.tell(notice("one").atOnce())).isTrue();
        delivering(Clock.system(TOKYO), mail(port())).all();
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[星守] 2026年12月1日(火)");
        assertThat(mail.getHeader("Subject")[0]).as("RFC 2047").matches("(?s)=\\?UTF-8\\?.*");
        assertThat(mail.getContentType().toLowerCase(java.util.Locale.ROOT)).isEqualTo("text/plain; charset=utf-8");
        assertThat(mail.getContent().toString())
                .contains("通知 花子 様", "2026年12月1日(火)", "https://hoshi.example/s/duties/1")
                .contains("https://hoshi.example/s/notices/preferences");
        assertThat(mail.getFrom()[0]).hasToString("hoshimori@example.jp");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        delivering(Clock.system(TOKYO), mail(port())).all();
        assertThat(server.getReceivedMessages()).as("once").hasSize(1);
    }

    @Test
    void tellsNothingTwiceUnderOneKeyAndNothingThatIsRolledBack() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(
                            i -> () -> notices.tell(notice("same").atOnce()))
                    .toList());
            int told = 0;
            for (var outcome : outcomes) {
                told += outcome.get() ? 1 : 0;
            }
            assertThat(told).isOne();
        }
        transaction.executeWithoutResult(t -> {
            notices.tell(notice("taken back").atOnce());
            t.setRollbackOnly();
        });
        delivering(Clock.system(TOKYO), mail(port())).all();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(table.count(person.id())).isOne();
    }

    @Test
    void gathersADigestOnBusinessDaysOnly() throws Exception {
        for (int i = 0; i < 3; i++) {
            notices.tell(notice("digest " + i));
        }
        Clock saturday = at("2026-11-28T08:30");
        Clock monday = at("2026-11-30T08:30");
        gathering(saturday).all();
        delivering(monday, mail(port())).all();
        assertThat(server.getReceivedMessages()).isEmpty();
        table.read(table.page(person.id(), 1).getFirst().id(), person.id(), Instant.now());
        gathering(monday).all();
        gathering(monday).all();
        delivering(monday, mail(port())).all();
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(1);
        assertThat(mails[0].getSubject())
                .as("what was read meanwhile is left out")
                .isEqualTo("[星守] お知らせ 2件");
        assertThat(mails[0].getContent().toString().split("https://hoshi.example/s/duties/1", -1))
                .hasSize(3);
    }

    @Test
    void mailsAsSomebodyPrefersUnlessObliged() {
        for (Preferences.Preference preference : Preferences.Preference.values()) {
            preferences.prefer(person.id(), preference);
            assertThat(preferences.of(person.id())).isEqualTo(preference);
            assertThat(preference.mailOf(notice("x").atOnce().whateverPreferred()))
                    .isEqualTo(Preferences.Mailed.AT_ONCE);
        }
        assertThat(Preferences.Preference.NONE.mailOf(notice("x").atOnce())).isEqualTo(Preferences.Mailed.NONE);
        assertThat(Preferences.Preference.DIGEST.mailOf(notice("x").atOnce())).isEqualTo(Preferences.Mailed.DIGEST);
        assertThat(Preferences.Preference.AT_ONCE.mailOf(notice("x"))).isEqualTo(Preferences.Mailed.AT_ONCE);
        assertThat(Preferences.Preference.NONE.mailOf(notice("x").whateverPreferred()))
                .isEqualTo(Preferences.Mailed.DIGEST);
    }

    @Test
    void losesNothingWhileTheServerIsAway() throws Exception {
        notices.tell(notice("away").atOnce());
        int port = port();
        server.stop();
        Instant now = Instant.now();
        for (int i = 1; i <= 9; i++) {
            delivering(Clock.fixed(now, TOKYO), mail(port)).all();
            assertThat(deliveries.take(now)).as("not before the pause is over").isEmpty();
            now = now.plus(Delivering.pause(i)).plusSeconds(1);
        }
        assertThat(deliveries.stuck()).as("the administrator sees it").isOne();
        GreenMail back = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        delivering(Clock.fixed(now, TOKYO), mail(back.getSmtp().getPort())).all();
        assertThat(back.getReceivedMessages()).hasSize(1);
        assertThat(deliveries.stuck()).isZero();
        back.stop();
    }

    @Test
    void sendsOnceWhereTheServerHangsUpAfterItsLastWord() throws Exception {
        notices.tell(notice("abrupt").atOnce());
        try (AbruptServer abrupt = new AbruptServer("250 taken")) {
            delivering(Clock.system(TOKYO), mail(abrupt.port())).all();
            delivering(at(Duration.ofDays(1)), mail(abrupt.port())).all();
            assertThat(abrupt.taken).hasSize(1);
        }
    }

    @Test
    void sendsAgainUnderTheSameMessageIdWhereNobodyKnowsWhetherItWasTaken() throws Exception {
        notices.tell(notice("silent").atOnce());
        try (AbruptServer silent = new AbruptServer("")) {
            delivering(Clock.system(TOKYO), mail(silent.port())).all();
            delivering(at(Duration.ofHours(2)), mail(silent.port())).all();
            assertThat(messageIds(silent.taken))
                    .hasSize(2)
                    .containsOnly(messageIds(silent.taken).getFirst());
        }
    }

    @Test
    void sendsAgainUnderTheSameMessageIdWhatADeadServerHadSent() throws Exception {
        notices.tell(notice("killed").atOnce());
        Process sender = new ProcessBuilder(
                        java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledSender.class.getName(),
                        Installation.app().url(),
                        Installation.app().user(),
                        Installation.app().password(),
                        Integer.toString(port()),
                        person.mail())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(sender.waitFor()).isEqualTo(KilledSender.KILLED);
        Instant now = Instant.now();
        delivering(Clock.fixed(now.plusSeconds(60), TOKYO), mail(port())).all();
        assertThat(server.getReceivedMessages()).as("somebody may be at it yet").hasSize(1);
        delivering(Clock.fixed(now.plus(Deliveries.LEASE).plusSeconds(1), TOKYO), mail(port()))
                .all();
        List<String> ids = Arrays.stream(server.getReceivedMessages())
                .map(NoticesTests::id)
                .toList();
        assertThat(ids).hasSize(2).containsOnly(ids.getFirst());
        delivering(at(Duration.ofDays(1)), mail(port())).all();
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void showsTheAdministratorWhatTheServerRefusesForGood() throws Exception {
        notices.tell(notice("refused").atOnce());
        try (AbruptServer refusing = new AbruptServer("550 5.1.1 no such mailbox")) {
            delivering(Clock.system(TOKYO), mail(refusing.port())).all();
        }
        assertThat(deliveries.stuck(1)).singleElement().satisfies(d -> {
            assertThat(d.failure()).contains("550");
            assertThat(d.refused()).isTrue();
        });
        UUID stuck = deliveries.stuck(1).getFirst().id();
        delivering(at(Duration.ofDays(1)), mail(port())).all();
        assertThat(server.getReceivedMessages()).as("not by itself").isEmpty();
        assertThat(deliveries.tryNow(stuck, Instant.now())).isTrue();
        delivering(Clock.system(TOKYO), mail(port())).all();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void mailsNobodyWhoHasLeft() {
        notices.tell(notice("left").atOnce());
        people.change(
                new Person(
                        person.id(),
                        person.staffNumber(),
                        person.name(),
                        person.mail(),
                        person.employment(),
                        null,
                        "ja",
                        person.joinedOn(),
                        LocalDate.now(TOKYO).minusDays(1),
                        person.version()),
                Actor.system("test"));
        delivering(Clock.system(TOKYO), mail(port())).all();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void writesNoHeaderOfItsOwnFromWhatItIsTold() throws Exception {
        notices.tell(new Notice(
                person.id(),
                "header",
                "day.notice",
                List.of(new Argument.Text("改行\r\nBcc: x@example.com\r\n\r\n本文")),
                "/duties/1",
                Notice.Urgency.AT_ONCE,
                false));
        delivering(Clock.system(TOKYO), mail(port())).all();
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("[星守] 改行 Bcc: x@example.com 本文");
        assertThatThrownBy(() -> Notice.to(person.id(), "k", "day.notice", "https://evil.example/"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Notice.to(person.id(), "k", "day.notice", "//evil.example/"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void logsInWhereTheServerAsksForIt() {
        server.setUser("hoshimori@example.jp", "hoshimori", "right");
        notices.tell(notice("logged in").atOnce());
        delivering(Clock.system(TOKYO), loggedIn("wrong")).all();
        assertThat(server.getReceivedMessages()).isEmpty();
        delivering(at(Duration.ofHours(2)), loggedIn("right")).all();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    private NoticeSettings.Mail loggedIn(String password) {
        return new NoticeSettings.Mail(
                "127.0.0.1", port(), "hoshimori", password, NoticeSettings.Security.NONE, "hoshimori@example.jp");
    }

    @Test
    void refusesAServerThatOffersNoEncryptionWhereItIsAskedFor() {
        notices.tell(notice("clear").atOnce());
        delivering(
                        Clock.system(TOKYO),
                        new NoticeSettings.Mail(
                                "127.0.0.1", port(), "", "", NoticeSettings.Security.STARTTLS, "hoshimori@example.jp"))
                .all();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private Notice notice(String key) {
        return Notice.to(person.id(), key, "day.notice", "/duties/1", new Argument.Day(LocalDate.of(2026, 12, 1)));
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    private static NoticeSettings.Mail mail(int port) {
        return new NoticeSettings.Mail("127.0.0.1", port, "", "", NoticeSettings.Security.NONE, "hoshimori@example.jp");
    }

    private Delivering delivering(Clock clock, NoticeSettings.Mail mail) {
        return new Delivering(
                table,
                deliveries,
                people,
                wordings,
                new NoticeSettings("https://hoshi.example/s", Optional.of(mail), Optional.empty(), LocalTime.of(8, 30)),
                clock);
    }

    private Gathering gathering(Clock clock) {
        return new Gathering(table, deliveries, calendar, transaction, clock);
    }

    private static Clock at(String local) {
        return Clock.fixed(java.time.LocalDateTime.parse(local).atZone(TOKYO).toInstant(), TOKYO);
    }

    private static Clock at(Duration later) {
        return Clock.offset(Clock.system(TOKYO), later);
    }

    private static List<String> messageIds(List<String> mails) {
        return mails.stream()
                .map(m -> MESSAGE_ID
                        .matcher(m)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1))
                .toList();
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
