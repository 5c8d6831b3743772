package org.hoshimori.core.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class EstateTests {

    private static final Actor TEST = Actor.system("test");

    private final MockMvcTester pages;
    private final Estate estate;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final JdbcClient sql;

    EstateTests(
            @Autowired MockMvcTester pages,
            @Autowired Estate estate,
            @Autowired PeopleRegister people,
            @Autowired DepartmentRegister departments,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.estate = estate;
        this.people = people;
        this.departments = departments;
        this.sql = sql;
    }

    @Test
    void findsJapaneseWordsOfTwoCharactersInItsOwnRegisterOnly() {
        Item system = entered(Noun.SYSTEM, "鳳凰管制システム");
        Item site = entered(Noun.SITE, "鳳凰ビル");
        assertThat(list("/systems?q=鳳凰"))
                .contains(system.id().toString())
                .doesNotContain(site.id().toString());
        assertThat(list("/search?q=鳳凰")).contains("/systems/" + system.id(), "/sites/" + site.id(), "拠点");
    }

    @Test
    void hidesWhatIsRetiredUnlessAskedFor() {
        Item device = entered(Noun.DEVICE, "退役機");
        done(estate.change(with(device, Item.State.RETIRED, 0), TEST));
        assertThat(list("/devices?q=退役機")).doesNotContain(device.id().toString());
        assertThat(list("/devices?q=退役機&state=retired")).contains(device.id().toString());
    }

    @Test
    void saysOnTheDayWhatNobodyWhoWorksHereAnswersFor() {
        Person leaver = TestPeople.entered(people, "離れる", "人");
        Item left = done(estate.change(entered(Noun.SITE, "取り残し").ownedBy(leaver.id()), TEST));
        Person stays = TestPeople.entered(people, "在籍", "人");
        Item kept = done(estate.change(entered(Noun.SITE, "取り残さず").ownedBy(stays.id()), TEST));
        assertThat(list("/sites?q=取り残&owner=none")).doesNotContain(left.id().toString());
        people.change(leaver.leaving(LocalDate.of(2026, 4, 2)), TEST);
        assertThat(list("/sites?q=取り残&owner=none"))
                .contains(left.id().toString())
                .doesNotContain(kept.id().toString());
        assertThat(list("/sites?owner=" + stays.id()))
                .contains(kept.id().toString(), "在籍 人</option>")
                .doesNotContain(left.id().toString());
        MvcTestResult day = pages.get()
                .uri("/")
                .with(authentication(SignedInAs.may("estate")))
                .exchange();
        assertThat(day).bodyText().contains("拠点・部屋に、管理者が未定か退職しているものが", "/sites?owner=none");
    }

    @Test
    void filtersByLevelInTheWordsOfTheRegulation() {
        Item secret = entered(Noun.PARTY, "極光商事");
        done(estate.change(with(secret, Item.State.IN_USE, 3), TEST));
        assertThat(list("/parties?q=極光&level=3")).contains(secret.id().toString(), "3 極秘");
        assertThat(list("/parties?q=極光&level=2")).doesNotContain(secret.id().toString());
    }

    @Test
    void tellsWhatHappenedToAnItemOnItsPage() {
        Person owner = TestPeople.entered(people, "管理", "太郎");
        Item room = entered(Noun.SITE, "第一会議室");
        done(estate.change(with(room, Item.State.PLANNED, 2).ownedBy(owner.id()), TEST));
        assertThat(list("/sites/" + room.id()))
                .contains("台帳への登録", "台帳の変更", "使用中 → 準備中", "管理 太郎", "– → 2 社外秘")
                .doesNotContain("person:");
    }

    @Test
    void publishesEachNounAsAFactOfItsOwn() {
        Item device = entered(Noun.DEVICE, "事実");
        done(estate.change(with(device, Item.State.IN_USE, 3), TEST));
        for (String fact : List.of("system", "site", "device", "party")) {
            assertThat(sql.sql("SELECT level FROM facts." + fact + " WHERE id = :id AND state = 'in-use'")
                            .param("id", device.id().value())
                            .query(Integer.class)
                            .list())
                    .as(fact)
                    .isEqualTo(fact.equals("device") ? List.of(3) : List.of());
        }
    }

    @Test
    void isNotFoundUnderAnotherNoun() {
        Item room = entered(Noun.SITE, "迷子");
        assertThat(pages.get().uri("/devices/" + room.id()).with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void refusesANumberTwiceInOneRegister() {
        Item first = entered(Noun.DEVICE, "一台目");
        MvcTestResult again = post("/devices", first.number(), "二台目", "notebook", "");
        assertThat(again).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(again).bodyText().contains("id=\"itemNumber-error\"", "この番号は、ほかのものが使っています。");
        assertThat(post("/parties", first.number(), "同じ番号の会社", "supplier", "")).hasStatus3xxRedirection();
    }

    @Test
    void refusesASortOfAnotherNoun() {
        assertThat(post("/devices", UUID.randomUUID().toString(), "変な機器", "cloud", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void givesNothingToWhoHasLeftButLetsThemKeepIt() {
        Person leaver = TestPeople.entered(people, "去る", "人");
        Item device = entered(Noun.DEVICE, "残る機器");
        Item owned = done(estate.change(device.ownedBy(leaver.id()), TEST));
        people.change(leaver.leaving(LocalDate.of(2026, 4, 2)), TEST);
        assertThat(estate.change(with(owned, Item.State.PLANNED, 1), TEST)).isInstanceOf(Estate.Outcome.Done.class);
        assertThat(estate.change(entered(Noun.DEVICE, "新しい機器").ownedBy(leaver.id()), TEST))
                .isEqualTo(new Estate.Outcome.Refused(Estate.Refusal.OWNER_NOT_HERE));
    }

    @Test
    void refusesADepartmentThatIsClosed() {
        Department department = Department.called("閉じる部" + UUID.randomUUID(), "", 1, null);
        departments.open(department, TEST);
        departments.close(department.id(), LocalDate.of(2026, 4, 1), TEST);
        assertThat(post(
                        "/devices",
                        UUID.randomUUID().toString(),
                        "部門なし",
                        "notebook",
                        department.id().toString()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"department-error\"");
    }

    @Test
    void handsEverythingThatIsUsedOverInOneAct() {
        Person from = TestPeople.entered(people, "前任", "者");
        Person to = TestPeople.entered(people, "後任", "者");
        Item used = done(estate.change(entered(Noun.DEVICE, "使う機器").ownedBy(from.id()), TEST));
        Item retired = done(estate.change(entered(Noun.SITE, "使わない倉庫").ownedBy(from.id()), TEST));
        done(estate.change(with(retired, Item.State.RETIRED, 0), TEST));
        assertThat(estate.handOver(from.id(), to.id(), TEST)).isEqualTo(1);
        assertThat(estate.ownedBy(to.id())).extracting(Item::id).containsExactly(used.id());
        assertThat(estate.find(retired.id()).orElseThrow().owner()).isEqualTo(from.id());
    }

    @Test
    void putsNothingOnRecordThatChangesNothing() {
        Item device = entered(Noun.DEVICE, "同じ機器");
        assertThat(done(estate.change(device, TEST)).version()).isZero();
        assertThat(entries(device)).isEqualTo(1);
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseHasChanged() {
        Item device = entered(Noun.DEVICE, "競合機");
        done(estate.change(with(device, Item.State.PLANNED, 1), TEST));
        assertThat(estate.change(with(device, Item.State.RETIRED, 2), TEST))
                .isEqualTo(new Estate.Outcome.Refused(Estate.Refusal.CHANGED_MEANWHILE));
    }

    @Test
    void letsOnlyThoseChangeItWhoMay() {
        assertThat(pages.get().uri("/devices/new").with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.post()
                        .uri("/devices")
                        .param("level", "0")
                        .param("version", "0")
                        .with(csrf())
                        .with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private Item entered(Noun noun, String name) {
        return TestEstate.entered(estate, noun, name, null);
    }

    private static Item with(Item item, Item.State state, int level) {
        return new Item(
                item.id(),
                item.noun(),
                item.number(),
                item.name(),
                item.sort(),
                item.owner(),
                item.department(),
                level,
                state,
                item.note(),
                item.version());
    }

    private static Item done(Estate.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Estate.Outcome.Done.class);
        return ((Estate.Outcome.Done) outcome).item();
    }

    private long entries(Item item) {
        return sql.sql("SELECT count(*) FROM evidence.entry WHERE subject = :subject")
                .param("subject", item.subject())
                .query(Long.class)
                .single();
    }

    private String list(String uri) {
        MvcTestResult answer =
                pages.get().uri(uri).with(authentication(SignedInAs.anybody())).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String uri, String number, String name, String sort, String department) {
        return pages.post()
                .uri(uri)
                .with(csrf())
                .with(authentication(SignedInAs.may("estate")))
                .param("itemNumber", number)
                .param("itemName", name)
                .param("sort", sort)
                .param("department", department)
                .param("level", "0")
                .param("state", "IN_USE")
                .param("version", "0")
                .exchange();
    }
}
