package org.hoshimori.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class DirectoryTests {

    private static final Actor BY = Actor.system("test");

    private final MockMvcTester pages;
    private final Directory directory;
    private final DifferenceTable table;
    private final PeopleRegister register;
    private final JdbcClient sql;

    DirectoryTests(
            @Autowired MockMvcTester pages,
            @Autowired Directory directory,
            @Autowired DifferenceTable table,
            @Autowired PeopleRegister register,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.directory = directory;
        this.table = table;
        this.register = register;
        this.sql = sql;
    }

    @AfterEach
    void forget() {
        sql.sql("DELETE FROM directory.difference").update();
    }

    @Test
    void writesNothingUntilSomebodyConfirms() {
        Entry newcomer = entry("田中", "三郎");
        directory.compare(everybodyAnd(newcomer), BY);
        assertThat(register.findByMail(newcomer.mail())).isEmpty();
        assertThat(page()).hasStatusOk().bodyText().contains(newcomer.dn(), "入社（台帳にいない）");
        assertThat(directory.confirm(only(Difference.Kind.JOINER).id(), BY)).isInstanceOf(Directory.Outcome.Done.class);
        assertThat(register.findByMail(newcomer.mail()))
                .hasValueSatisfying(p -> assertThat(p.name().full()).isEqualTo("田中 三郎"));
        directory.compare(everybody(), BY);
        assertThat(table.count()).isZero();
    }

    @Test
    void changesOnlyWhatIsAnotherThere() {
        Person person = TestPeople.entered(register, "山田", "花子");
        List<Entry> there = everybody();
        there.removeIf(e -> e.number().equals(person.staffNumber()));
        there.add(new Entry("cn=moved", person.staffNumber(), "", "佐藤", "", true));
        directory.compare(there, BY);
        assertThat(page()).bodyText().contains("姓：山田 → 佐藤");
        assertThat(directory.confirm(only(Difference.Kind.MOVER).id(), BY)).isInstanceOf(Directory.Outcome.Done.class);
        Person after = register.find(person.id()).orElseThrow();
        assertThat(after.name().full()).isEqualTo("佐藤 花子");
        assertThat(after.mail()).isEqualTo(person.mail());
    }

    @Test
    void tellsOfLeaversAndLeavesThemToPeople() {
        Person person = TestPeople.entered(register, "去川", "行");
        List<Entry> there = everybody();
        there.removeIf(e -> e.number().equals(person.staffNumber()));
        directory.compare(there, BY);
        Found leaver = only(Difference.Kind.LEAVER);
        assertThat(directory.confirm(leaver.id(), BY)).isInstanceOf(Directory.Outcome.Gone.class);
        assertThat(register.find(person.id()).orElseThrow().leavesOn()).isNull();
        directory.dismiss(leaver.id(), BY);
        directory.compare(there, BY);
        assertThat(table.count()).as("stays dismissed").isZero();
        directory.compare(everybody(), BY);
        directory.compare(there, BY);
        assertThat(table.count()).as("gone and back: told anew").isEqualTo(1);
    }

    @Test
    void makesEachDifferenceADutyUntilItIsDecidedOrGone() {
        Entry newcomer = entry("鈴木", "四郎");
        Person stays = TestPeople.entered(register, "残川", "居");
        List<Entry> there = everybodyAnd(newcomer);
        sql.sql("UPDATE organization.person SET leaves_on = DATE '2026-04-30' WHERE id = :id")
                .param("id", stays.id().value())
                .update();
        directory.compare(there, BY);
        Found joiner = only(Difference.Kind.JOINER);
        Found lingers = only(Difference.Kind.LINGERS);
        assertThat(duties(joiner)).containsExactly("directory-difference open");
        assertThat(duties(lingers)).containsExactly("directory-lingers open");
        directory.compare(there, BY);
        assertThat(duties(joiner)).as("once").containsExactly("directory-difference open");
        directory.confirm(joiner.id(), BY);
        assertThat(duties(joiner)).containsExactly("directory-difference done");
        there.removeIf(e -> e.number().equals(stays.staffNumber()));
        directory.compare(there, BY);
        assertThat(duties(lingers)).as("gone from there").containsExactly("directory-lingers done");
    }

    private List<String> duties(Found found) {
        return sql.sql("SELECT kind || ' ' || state FROM duties.duty WHERE subject = :subject")
                .param("subject", "directory:" + found.id())
                .query(String.class)
                .list();
    }

    @Test
    void entersNobodyWithoutAStaffNumber() {
        directory.compare(everybodyAnd(new Entry("cn=bare", "", UUID.randomUUID() + "@example.jp", "裸", "", true)), BY);
        assertThat(directory.confirm(only(Difference.Kind.JOINER).id(), BY))
                .isInstanceOf(Directory.Outcome.Incomplete.class);
    }

    @Test
    void isForWhoeverKeepsTheRegisterAndSaysWhereNoDirectoryIsSet() {
        assertThat(pages.get().uri("/directory").with(authentication(SignedInAs.may("accounts"))))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.post().uri("/directory/compare").with(csrf()).with(authentication(SignedInAs.may("people"))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("ディレクトリは設定されていません");
        assertThat(directory.compare(BY)).isEqualTo(Directory.Compared.UNREACHABLE);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult page() {
        return pages.get()
                .uri("/directory")
                .with(authentication(SignedInAs.may("people")))
                .exchange();
    }

    private Found only(Difference.Kind kind) {
        List<Found> found = table.open(1000).stream()
                .filter(f -> f.difference().kind() == kind)
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** A directory that agrees with the register, which other tests fill too. */
    private List<Entry> everybody() {
        List<Entry> entries = new ArrayList<>();
        for (Person person : register.find(table.everybody()).values()) {
            if (person.leavesOn() == null) {
                entries.add(new Entry(
                        "cn=" + person.staffNumber(),
                        person.staffNumber(),
                        person.mail(),
                        person.name().family(),
                        person.name().given(),
                        true));
            }
        }
        return entries;
    }

    private List<Entry> everybodyAnd(Entry another) {
        List<Entry> entries = everybody();
        entries.add(another);
        return entries;
    }

    private static Entry entry(String family, String given) {
        String number = UUID.randomUUID().toString();
        return new Entry("cn=" + number, number, number + "@example.jp", family, given, true);
    }
}
