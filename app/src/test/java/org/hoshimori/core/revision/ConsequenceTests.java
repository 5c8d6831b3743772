package org.hoshimori.core.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.Installation;
import org.hoshimori.SignedInAs;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Words;
import org.hoshimori.catalog.parameters.AccParameters;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.regulation.TailoringText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a draft would cause, told before it is published, from people, accounts and devices as they are. */
@ApplicationTest
class ConsequenceTests {

    @Autowired
    private RevisionDesk desk;

    @Autowired
    private RegulationInForce inForce;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private Estate estate;

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private JdbcClient sql;

    private PersonId officer;

    @BeforeEach
    void somebodyTailors() {
        officer = TestPeople.entered(people, "改訂", "花子").id();
    }

    @Test
    void showsWhatIsTightenedAndWhomItLocksOut() {
        Draft draft = desk.open("厳格", Lang.JA, actor());
        PersonId failing = TestPeople.entered(people, "失敗", "太郎").id();
        sql.sql("INSERT INTO identity.password (person, hash, changed_at, privileged) VALUES (:p, 'x', now(), false)")
                .param("p", failing.value())
                .update();
        sql.sql("INSERT INTO identity.attempts (person, door, failures) VALUES (:p, 'password', 2)")
                .param("p", failing.value())
                .update();
        String before = Long.toString(
                inForce.now().value(AccParameters.LOCKOUT_THRESHOLD_9_3_G).orElseThrow());
        assertThat(before).isNotEqualTo("2");
        desk.change(draft.id(), 0, List.of("x"), t -> t.value("acc-9.3.g_lockout-threshold", List.of("2")), actor());
        assertThat(get("/drafts/" + draft.id() + "/changes")).bodyText().contains("↑ 厳しく");
        assertThat(get("/drafts/" + draft.id() + "/consequences")).bodyText().contains("アカウントがロックされます", "失敗 太郎");
        assertThat(pages.get()
                        .uri("/drafts/" + draft.id() + "/consequences")
                        .with(authentication(SignedInAs.anybody()))
                        .exchange())
                .as("a draft that is still written is for those who write it")
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void showsWhomItLetsInFromRegisteredTerminalsOnlyAndHowManyThereAre() {
        Draft draft = desk.open("端末", Lang.JA, actor());
        // The first by number: no more than a hundred are named.
        String number = "0000-" + UUID.randomUUID();
        PersonId anybody =
                TestPeople.entered(people, number, "端末", "三郎", actor()).id();
        sql.sql("INSERT INTO identity.password (person, hash, changed_at, privileged) VALUES (:p, 'x', now(), false)")
                .param("p", anybody.value())
                .update();
        desk.change(draft.id(), 0, List.of("x"), t -> t.value("acc-7_own-terminals", List.of("everybody")), actor());
        assertThat(get("/drafts/" + draft.id() + "/consequences"))
                .bodyText()
                .contains("登録した端末からでなければログインできなくなります。使える端末は", "端末 三郎");
    }

    @Test
    void showsWhichDutiesAndFindingsItWouldCause() {
        Draft draft = desk.open("影響", new TailoringText("t", "tailoring: 1\n"), Lang.JA, actor());
        String page = "/drafts/" + draft.id() + "/consequences";
        assertThat(get(page)).as("it says what the sample says").bodyText().contains("変わるところは見つかりませんでした");
        PersonId old = TestPeople.entered(people, "旧式", "次郎").id();
        sql.sql(
                        "INSERT INTO identity.password (person, hash, changed_at, privileged) VALUES (:p, 'x', now() - interval '400 days', true)")
                .param("p", old.value())
                .update();
        desk.change(
                draft.id(),
                0,
                List.of("x"),
                t -> t.value("org-1.c_meeting-rhythm", List.of("P1M"))
                        .value("acc-9.3.p_change-period", List.of("P30D"))
                        .excluded("hr-5", new Words("当てはまらないため", null)),
                actor());
        assertThat(get(page)).bodyText().contains("「情報セキュリティ委員会の開催」の期限が変わります", "「推奨資格の計画」がなくなります", "不適合になります", "旧式 次郎");
    }

    @Test
    void showsWhichDevicesWouldBeOutOfRule() throws IOException {
        Path folder = Installation.folder().resolve("checks");
        Files.createDirectories(folder);
        Path check = folder.resolve("devices-owned.sql");
        Files.writeString(check, """
                -- clause:   ast-3.1
                -- title.ja: 廃棄の規定がかかる機器に管理者がいる
                -- title.en: Devices under the rule of disposal have an owner
                -- severity: low
                -- scope:    subject
                -- subject:  device
                SELECT id AS subject, CASE WHEN level >= :{ast-3.1_levels} AND owner IS NULL THEN 'alarm' ELSE 'ok' END AS status,
                       'no-owner' AS reason
                  FROM facts.device""");
        try {
            device("秘密の端末", 2);
            device("公開の端末", 1);
            Draft draft = desk.open("機器", new TailoringText("t", "tailoring: 1\n"), Lang.JA, actor());
            desk.change(draft.id(), 0, List.of("x"), t -> t.value("ast-3.1_levels", List.of("1")), actor());
            assertThat(get("/drafts/" + draft.id() + "/consequences"))
                    .bodyText()
                    .contains("廃棄の規定がかかる機器に管理者がいる", "公開の端末")
                    .doesNotContain("秘密の端末");
        } finally {
            Files.delete(check);
        }
    }

    private void device(String name, int level) {
        Item described = Item.newcomer(Noun.DEVICE, UUID.randomUUID().toString(), name, "notebook", null, null, level);
        assertThat(estate.register(described, Actor.system("test"))).isInstanceOf(Estate.Outcome.Done.class);
    }

    private Actor actor() {
        return Actor.person(officer.value());
    }

    private MvcTestResult get(String page) {
        return pages.get()
                .uri(page)
                .with(authentication(SignedInAs.person(officer.value(), "regulation")))
                .exchange();
    }
}
