package org.hoshimori.chapters.takeouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.chapters.assets.Asset;
import org.hoshimori.chapters.assets.AssetId;
import org.hoshimori.chapters.assets.Assets;
import org.hoshimori.chapters.assets.TestAssets;
import org.hoshimori.core.approvals.Approvals;
import org.hoshimori.core.approvals.RequestId;
import org.hoshimori.core.approvals.Verdict;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class TakeOutsTests {

    private static final Actor TEST = Actor.system("test");

    @Autowired
    private TakeOuts takeOuts;

    @Autowired
    private TakeOutReminders reminders;

    @Autowired
    private Assets assets;

    @Autowired
    private Approvals approvals;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private DepartmentRegister departments;

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private JdbcClient sql;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private PersonId taker;
    private PersonId head;
    private DepartmentId department;

    @BeforeEach
    void aDepartmentWithItsHead() {
        head = TestPeople.entered(people, "課長", "一").id();
        department = ((DepartmentRegister.Outcome.Done)
                        departments.open(Department.called("部 " + UUID.randomUUID(), "", 900, head), TEST))
                .department()
                .id();
        Person person = TestPeople.entered(people, "持出", "二");
        people.change(
                new Person(
                        person.id(),
                        person.staffNumber(),
                        person.name(),
                        person.mail(),
                        person.employment(),
                        department,
                        "ja",
                        person.joinedOn(),
                        null,
                        person.version()),
                TEST);
        taker = person.id();
    }

    @Test
    void leavesWithPermissionAndComesBackToSomebodyElse() {
        TakeOut asked = asked(2, Medium.NOTEBOOK, today);
        assertThat(asked.state()).isEqualTo(TakeOut.State.ASKED);
        assertThat(takeOuts.leave(asked.id(), "", taker, actor(taker)))
                .isEqualTo(refused(TakeOuts.Refusal.CHANGED_MEANWHILE));

        approve(asked);
        assertThat(takeOuts.known(asked.id()).state()).isEqualTo(TakeOut.State.PERMITTED);
        assertThat(takeOuts.leave(asked.id(), "", head, actor(head)))
                .isEqualTo(refused(TakeOuts.Refusal.NOT_THE_TAKER));
        TakeOut out = done(takeOuts.leave(asked.id(), "封印 12", taker, actor(taker)));
        assertThat(out.leaving()).map(TakeOut.Signature::condition).contains("封印 12");
        assertThat(takeOuts.receive(asked.id(), "", taker, true, actor(taker)))
                .isEqualTo(refused(TakeOuts.Refusal.OWN));
        PersonId stranger = TestPeople.entered(people, "他人", "三").id();
        assertThat(takeOuts.receive(asked.id(), "", stranger, false, actor(stranger)))
                .isEqualTo(refused(TakeOuts.Refusal.NOT_A_RECEIVER));
        TakeOut back = done(takeOuts.receive(asked.id(), "傷なし", head, false, actor(head)));
        assertThat(back.back()).map(TakeOut.Signature::by).contains(head);
        assertThat(acts(asked))
                .containsExactly(
                        "take-out.asked/1",
                        "approval.requested/1",
                        "approval.decided/1",
                        "take-out.permitted/1",
                        "approval.settled/1",
                        "asset.taken-out/1",
                        "asset.returned/1");
    }

    @Test
    void needsEveryMeasureOfItsMedium() {
        UUID asset = asset(2);
        for (Medium medium : Medium.values()) {
            Set<Measure> needed = Measure.needed(medium, 2, true);
            for (Measure missing : needed) {
                Set<Measure> less = EnumSet.copyOf(needed);
                less.remove(missing);
                assertThat(takeOuts.ask(wish(asset, medium, less, true, today), taker, actor(taker)))
                        .as("%s without %s", medium, missing)
                        .isEqualTo(refused(TakeOuts.Refusal.MEASURE_MISSING));
            }
        }
        assertThat(Measure.needed(Medium.SMALL, 2, false))
                .containsExactlyInAnyOrder(Measure.ERASED, Measure.ENCRYPTED, Measure.TAGGED, Measure.WATCHED);
        assertThat(Measure.needed(Medium.NOTEBOOK, 1, true)).doesNotContain(Measure.SENT_ENCRYPTED);
    }

    @Test
    void letsPublicAssetsLeaveUnasked() {
        assertThat(asked(1, Medium.PAPER, today).state()).isEqualTo(TakeOut.State.PERMITTED);
    }

    @Test
    void takesNothingOutTwice() {
        UUID asset = asset(1);
        Set<Measure> watched = EnumSet.of(Measure.WATCHED);
        TakeOut first = done(takeOuts.ask(wish(asset, Medium.PAPER, watched, false, today), taker, actor(taker)));
        TakeOut second = done(takeOuts.ask(wish(asset, Medium.PAPER, watched, false, today), taker, actor(taker)));
        done(takeOuts.leave(first.id(), "", taker, actor(taker)));
        assertThat(takeOuts.leave(second.id(), "", taker, actor(taker)))
                .isEqualTo(refused(TakeOuts.Refusal.OUT_ALREADY));
        assertThat(takeOuts.ask(wish(asset, Medium.PAPER, watched, false, today), taker, actor(taker)))
                .isEqualTo(refused(TakeOuts.Refusal.OUT_ALREADY));
    }

    @Test
    void lapsesWhereAnAssetIsRatedHigherMeanwhile() {
        UUID asset = asset(2);
        TakeOut asked = done(takeOuts.ask(
                wish(asset, Medium.NOTEBOOK, Measure.needed(Medium.NOTEBOOK, 2, false), false, today),
                taker,
                actor(taker)));
        TestAssets.raised(assets, asset);
        assertThat(decided(asked)).isEqualTo(new Approvals.Outcome.Refused(Approvals.Refusal.CHANGED_MEANWHILE));
        assertThat(takeOuts.known(asked.id()).state()).isEqualTo(TakeOut.State.REFUSED);
    }

    @Test
    void tellsTheTakerAndTheHeadsOfWhatIsOverdueOnceAWeek() {
        TakeOut out = outSince(today.minusDays(3));
        reminders.remind();
        reminders.remind();
        assertThat(told(out)).containsExactlyInAnyOrder(taker.value(), head.value());
        assertThat(pages.get().uri("/").with(authentication(SignedInAs.person(taker.value()))))
                .hasStatusOk()
                .bodyText()
                .contains("持出し中の情報資産を返す");
        assertThat(pages.get().uri("/take-outs").with(authentication(SignedInAs.person(head.value()))))
                .hasStatusOk()
                .bodyText()
                .contains("▲ 返却遅れ");
        done(takeOuts.receive(out.id(), "", head, false, actor(head)));
    }

    @Test
    void reportsWhatIsLost() {
        TakeOut out = outSince(today);
        assertThat(takeOuts.lose(out.id(), "電車に置き忘れた", head, actor(head)))
                .isEqualTo(refused(TakeOuts.Refusal.NOT_THE_TAKER));
        TakeOut lost = done(takeOuts.lose(out.id(), "電車に置き忘れた", taker, actor(taker)));
        assertThat(lost.state()).isEqualTo(TakeOut.State.LOST);
        assertThat(takeOuts.receive(out.id(), "", head, false, actor(head)))
                .isEqualTo(refused(TakeOuts.Refusal.CHANGED_MEANWHILE));
    }

    @Test
    void isUnknownToWhoeverHasNothingToDoWithIt() {
        TakeOut asked = asked(2, Medium.NOTEBOOK, today);
        UUID stranger = TestPeople.entered(people, "他人", "四").id().value();
        assertThat(pages.get().uri("/take-outs/" + asked.id()).with(authentication(SignedInAs.person(stranger))))
                .hasStatus(404);
        for (String act : List.of("leave", "receive", "lose", "withdraw")) {
            assertThat(pages.post()
                            .uri("/take-outs/" + asked.id() + "/" + act)
                            .with(authentication(SignedInAs.person(stranger)))
                            .with(csrf()))
                    .as(act)
                    .hasStatus(404);
        }
        assertThat(pages.get().uri("/take-outs/" + asked.id()).with(authentication(SignedInAs.person(taker.value()))))
                .hasStatusOk();
    }

    @Test
    void isAskedForOnAPageWithoutScripts() {
        UUID asset = asset(2);
        String code = sql.sql("SELECT code FROM facts.asset WHERE id = :id")
                .param("id", asset)
                .query(String.class)
                .single();
        assertThat(post("/take-outs", "look", "find", "words", code))
                .hasStatusOk()
                .bodyText()
                .contains(asset + ":");
        assertThat(post("/take-outs", "look", "go", "carried", asset + ":small"))
                .hasStatusOk()
                .bodyText()
                .contains("small:erased", "small:encrypted", "small:tagged", "small:watched");
        assertThat(post("/take-outs", "carried", asset + ":", "takenFor", "打合せ", "takenTo", "顧客先"))
                .hasStatus(422)
                .bodyText()
                .contains("媒体を選んでいない資産があります。");
        assertThat(post(
                        "/take-outs",
                        "carried",
                        asset + ":paper",
                        "measure",
                        "paper:watched",
                        "takenFor",
                        "打合せ",
                        "takenTo",
                        "顧客先",
                        "takenOn",
                        today.toString(),
                        "backOn",
                        today.minusDays(1).toString()))
                .hasStatus(422)
                .bodyText()
                .contains("返却予定日は持出し日から1年以内");
        assertThat(post(
                        "/take-outs",
                        "carried",
                        asset + ":paper",
                        "measure",
                        "paper:watched",
                        "takenFor",
                        "打合せ",
                        "takenTo",
                        "顧客先",
                        "takenOn",
                        today.toString(),
                        "backOn",
                        today.plusDays(1).toString()))
                .hasStatus3xxRedirection();
    }

    private MockMvcTester.MockMvcRequestBuilder post(String path, String... fields) {
        MockMvcTester.MockMvcRequestBuilder request = pages.post()
                .uri(path)
                .with(authentication(SignedInAs.person(taker.value())))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    @Test
    void whatALawGovernsNeedsTheMeasureThatTheLawAsksFor() {
        UUID record = TestAssets.governed(assets, department, "remote-sensing-act")
                .id()
                .value();
        assertThat(takeOuts.ask(
                        wish(record, Medium.PAPER, Measure.needed(Medium.PAPER, 2, false), false, today),
                        taker,
                        actor(taker)))
                .isEqualTo(refused(TakeOuts.Refusal.LEGAL_MEASURE_MISSING));
        String[] form = {
            "carried",
            record + ":paper",
            "measure",
            "paper:watched",
            "takenFor",
            "提供",
            "takenTo",
            "大学",
            "takenOn",
            today.toString(),
            "backOn",
            today.toString(),
            "legalMeasure"
        };
        assertThat(post("/take-outs", with(form, " ")))
                .hasStatus(422)
                .bodyText()
                .contains("衛星リモ", "安全管理措置をとり", "その法律に基づいて行うことを書いてください");
        assertThat(post("/take-outs", with(form, "認定証を確かめた"))).hasStatus3xxRedirection();
        String id = sql.sql("SELECT subject FROM legal.measure WHERE stated_by = :taker AND measure = '認定証を確かめた'")
                .param("taker", actor(taker).id())
                .query(String.class)
                .single();
        assertThat(acts(takeOuts.known(TakeOutId.of(id)))).contains("legal-measure.stated/1");
        String page = "/take-outs/" + TakeOutId.of(id);
        assertThat(get(page)).hasStatusOk().bodyText().contains("認定証を確かめた").doesNotContain("何をするかを書いて");

        Asset now = assets.find(new AssetId(record)).orElseThrow();
        TestAssets.governedAlso(assets, now, "space-activities-act");
        assertThat(get(page)).bodyText().contains("何をするかを書いてください");
        assertThat(post(page + "/legal-measure", "legalMeasure", "許可の条件どおり")).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains("許可の条件どおり").doesNotContain("何をするかを書いて");
        assertThat(pages.get()
                        .uri("/legal-handling?law=space-activities-act")
                        .with(authentication(SignedInAs.person(UUID.randomUUID(), "record"))))
                .hasStatusOk()
                .bodyText()
                .contains(page, "許可の条件どおり", "宇宙活動法");
    }

    private static String[] with(String[] form, String last) {
        String[] all = java.util.Arrays.copyOf(form, form.length + 1);
        all[form.length] = last;
        return all;
    }

    private MockMvcTester.MockMvcRequestBuilder get(String path) {
        return pages.get().uri(path).with(authentication(SignedInAs.person(taker.value())));
    }

    private TakeOut asked(int level, Medium medium, LocalDate back) {
        return done(takeOuts.ask(
                wish(asset(level), medium, Measure.needed(medium, level, false), false, back), taker, actor(taker)));
    }

    private TakeOut outSince(LocalDate due) {
        TakeOut asked = asked(2, Medium.NOTEBOOK, today);
        approve(asked);
        TakeOut out = done(takeOuts.leave(asked.id(), "", taker, actor(taker)));
        sql.sql("UPDATE takeouts.take_out SET leaves_on = :due, returns_on = :due WHERE id = :id")
                .param("due", due)
                .param("id", out.id().value())
                .update();
        return out;
    }

    private TakeOuts.Wish wish(UUID asset, Medium medium, Set<Measure> measures, boolean network, LocalDate back) {
        return new TakeOuts.Wish(
                "打合せ", "顧客先", today, back, network, Map.of(asset, medium), Map.of(medium, measures), "");
    }

    private UUID asset(int level) {
        return TestAssets.entered(assets, "運用手順書", department, level).id().value();
    }

    private void approve(TakeOut asked) {
        assertThat(decided(asked)).isInstanceOf(Approvals.Outcome.Done.class);
    }

    private Approvals.Outcome decided(TakeOut asked) {
        return approvals.decide(new RequestId(asked.request().orElseThrow()), Verdict.APPROVE, "", head, actor(head));
    }

    private List<String> acts(TakeOut takeOut) {
        return sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject ORDER BY sequence")
                .param("subject", takeOut.id().subject())
                .query(String.class)
                .list();
    }

    private List<UUID> told(TakeOut takeOut) {
        return sql.sql("SELECT person FROM notices.notice WHERE address = :address AND message LIKE '%overdue%'")
                .param("address", "/take-outs/" + takeOut.id())
                .query(UUID.class)
                .list();
    }

    private static Actor actor(PersonId person) {
        return Actor.person(person.value());
    }

    private static TakeOut done(TakeOuts.Outcome outcome) {
        assertThat(outcome).isInstanceOf(TakeOuts.Outcome.Done.class);
        return ((TakeOuts.Outcome.Done) outcome).takeOut();
    }

    private static TakeOuts.Outcome refused(TakeOuts.Refusal why) {
        return new TakeOuts.Outcome.Refused(why);
    }
}
