package org.hoshimori.chapters.disposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.chapters.assets.Assets;
import org.hoshimori.chapters.assets.TestAssets;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.estate.TestEstate;
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
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class DisposalsTests {

    private static final Actor TEST = Actor.system("test");

    @Autowired
    private Disposals disposals;

    @Autowired
    private Assets assets;

    @Autowired
    private Estate estate;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private DepartmentRegister departments;

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private JdbcClient sql;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private DepartmentId department;
    private PersonId who;

    @BeforeEach
    void somebodyInADepartment() {
        department = ((DepartmentRegister.Outcome.Done)
                        departments.open(Department.called("廃棄部 " + UUID.randomUUID(), "", 900, null), TEST))
                .department()
                .id();
        Person person = TestPeople.entered(people, "廃棄", "一");
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
        who = person.id();
    }

    @Test
    void refusesWhatTheRegulationForbidsAndWritesNothing() {
        UUID asset = asset(3);
        Disposals.Outcome outcome = enter(DisposalRule.Act.DISPOSE, Medium.DISK, Method.QUICK_FORMAT, "", asset);
        assertThat(outcome).isEqualTo(new Disposals.Outcome.Forbidden("ast-3.1", "破壊、細断又は完全消去"));
        assertThat(sql.sql("SELECT count(*) FROM disposals.disposal WHERE :asset = ANY (assets)")
                        .param("asset", asset)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takesADestroyedMediumOutOfItsRegistersForGood() {
        UUID asset = asset(3);
        Item disk = TestEstate.entered(estate, Noun.DEVICE, "外付けディスク", null);
        String serial = "WD-" + UUID.randomUUID();
        Disposal done = done(disposals.enter(
                wish(DisposalRule.Act.DISPOSE, Medium.DISK, Method.DESTROY, serial, disk.number(), List.of(asset)),
                who,
                Locale.JAPANESE,
                actor()));
        assertThat(done.level()).isEqualTo(3);
        assertThat(estate.find(disk.id()).orElseThrow().state()).isEqualTo(Item.State.RETIRED);
        assertThat(sql.sql("SELECT state FROM facts.asset WHERE id = :id")
                        .param("id", asset)
                        .query(String.class)
                        .single())
                .isEqualTo("gone");
        assertThat(enter(DisposalRule.Act.REUSE, Medium.DISK, Method.ERASE, serial.toLowerCase(Locale.ROOT), null))
                .as("the same number in other letters")
                .isEqualTo(new Disposals.Outcome.Refused(Disposals.Refusal.DISPOSED_ALREADY));
        assertThat(disposals.enter(
                        wish(DisposalRule.Act.REUSE, Medium.DISK, Method.ERASE, "", disk.number(), List.of()),
                        who,
                        Locale.JAPANESE,
                        actor()))
                .isEqualTo(new Disposals.Outcome.Refused(Disposals.Refusal.DISPOSED_ALREADY));
    }

    @Test
    void showsTheClauseThatForbidsIt() {
        assertThat(post(
                        "/disposals",
                        "act",
                        "dispose",
                        "mediumKind",
                        "disk",
                        "treatment",
                        "quick-format",
                        "level",
                        "2",
                        "doneOn",
                        today.toString()))
                .hasStatus(422)
                .bodyText()
                .contains("ast-3.1", "認められている方法: 破壊、細断又は完全消去");
    }

    @Test
    void keepsTheCertificateWithIt() {
        Disposal done = done(enter(DisposalRule.Act.DISPOSE, Medium.PAPER, Method.DISSOLVE, "", null));
        String place = "/disposals/" + done.id();
        assertThat(pages.post()
                        .uri(place + "/files")
                        .multipart()
                        .file(new MockMultipartFile("file", "証明書.txt", "text/plain", "溶解済み".getBytes()))
                        .with(authentication(SignedInAs.person(who.value())))
                        .with(csrf()))
                .hasRedirectedUrl(place);
        assertThat(pages.get().uri(place).with(authentication(SignedInAs.person(who.value()))))
                .bodyText()
                .contains("証明書.txt");
        assertThat(disposals.known(done.id()).certificate()).isTrue();
        assertThat(pages.get().uri(place).with(authentication(SignedInAs.anybody())))
                .hasStatus(404);
    }

    private Disposals.Outcome enter(DisposalRule.Act act, Medium medium, Method method, String serial, UUID asset) {
        return disposals.enter(
                wish(act, medium, method, serial, "", asset == null ? List.of() : List.of(asset)),
                who,
                Locale.JAPANESE,
                actor());
    }

    @Test
    void whatALawGovernsNeedsTheMeasureThatTheLawAsksFor() {
        UUID record = TestAssets.governed(assets, department, "remote-sensing-act")
                .id()
                .value();
        Disposals.Wish wish = wish(DisposalRule.Act.DISPOSE, Medium.PAPER, Method.SHRED, "", "", List.of(record));
        assertThat(disposals.enter(wish, who, Locale.JAPANESE, TEST))
                .isEqualTo(new Disposals.Outcome.Refused(Disposals.Refusal.LEGAL_MEASURE_MISSING));
        assertThat(post(
                        "/disposals",
                        "act",
                        "dispose",
                        "mediumKind",
                        "paper",
                        "treatment",
                        "shred",
                        "asset",
                        record.toString(),
                        "level",
                        "2",
                        "doneOn",
                        today.toString()))
                .hasStatus(422)
                .bodyText()
                .contains("衛星リモ", "その法律に基づいて行うことを書いてください");
        assertThat(post(
                        "/disposals",
                        "act",
                        "dispose",
                        "mediumKind",
                        "paper",
                        "treatment",
                        "shred",
                        "asset",
                        record.toString(),
                        "level",
                        "2",
                        "doneOn",
                        today.toString(),
                        "legalMeasure",
                        "帳簿に記載した"))
                .hasStatus3xxRedirection();
        String subject = sql.sql("SELECT subject FROM legal.measure WHERE measure = '帳簿に記載した' AND stated_by = :who")
                .param("who", Actor.person(who.value()).id())
                .query(String.class)
                .single();
        assertThat(pages.get()
                        .uri("/disposals/" + subject.substring(Disposal.KIND.length()))
                        .with(authentication(SignedInAs.person(who.value()))))
                .hasStatusOk()
                .bodyText()
                .contains("帳簿に記載した");
    }

    private MockMvcTester.MockMvcRequestBuilder post(String path, String... fields) {
        MockMvcTester.MockMvcRequestBuilder request = pages.post()
                .uri(path)
                .with(authentication(SignedInAs.person(who.value())))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    private Disposals.Wish wish(
            DisposalRule.Act act, Medium medium, Method method, String serial, String device, List<UUID> of) {
        return new Disposals.Wish(act, medium, method, serial, device, of, 2, true, today, "", "", "");
    }

    private UUID asset(int level) {
        return TestAssets.entered(assets, "図面", department, level).id().value();
    }

    private Actor actor() {
        return Actor.person(who.value());
    }

    private static Disposal done(Disposals.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Disposals.Outcome.Done.class);
        return ((Disposals.Outcome.Done) outcome).disposal();
    }
}
