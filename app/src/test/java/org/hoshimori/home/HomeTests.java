package org.hoshimori.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

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
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class HomeTests {

    private final MockMvcTester pages;
    private final PeopleRegister people;
    private final DepartmentRegister departments;

    HomeTests(
            @Autowired MockMvcTester pages,
            @Autowired PeopleRegister people,
            @Autowired DepartmentRegister departments) {
        this.pages = pages;
        this.people = people;
        this.departments = departments;
    }

    @Test
    void asksWhoMayAppointToFillWhatIsVacant() {
        String name = "空席部" + UUID.randomUUID();
        departments.open(Department.called(name, "", 1, null), Actor.system("test"));
        assertThat(pages.get().uri("/").with(authentication(SignedInAs.may("people"))))
                .hasStatusOk()
                .bodyText()
                .contains("決めること", "情報セキュリティ部門責任者 – " + name + "が空席です。", name + "に部門長がいません。", "任命する");
        assertThat(pages.get().uri("/").with(authentication(SignedInAs.anybody())))
                .bodyText()
                .doesNotContain(name);
    }

    @Test
    void tellsOnlyThoseOfBackupsWhoLookAfterThem() {
        assertThat(pages.get().uri("/").with(authentication(SignedInAs.may("backups"))))
                .bodyText()
                .contains("href=\"/backups\"");
        assertThat(pages.get().uri("/").with(authentication(SignedInAs.anybody())))
                .bodyText()
                .doesNotContain("/backups");
    }

    @Test
    void findsWhatIsOnRecordByNames() {
        Person person = TestPeople.entered(people, "痕跡", "残");
        assertThat(pages.get().uri("/record?about=痕跡").with(authentication(SignedInAs.may("record"))))
                .bodyText()
                .contains("about=person:" + person.id(), "痕跡 残", "<option value=\"person.joined/1\">入社（登録）</option>");
        assertThat(pages.get().uri("/record?about=誰でもない").with(authentication(SignedInAs.may("record"))))
                .bodyText()
                .contains("当てはまる証跡はありません。");
    }

    @Test
    void findsPeopleDepartmentsPostsAndClauses() {
        Person person = TestPeople.entered(people, "捜索", "願");
        assertThat(pages.get().uri("/search?q=捜索").with(authentication(SignedInAs.anybody())))
                .bodyText()
                .contains("/people/" + person.id());
        String name = "探索部" + UUID.randomUUID();
        departments.open(Department.called(name, "", 1, null), Actor.system("test"));
        assertThat(pages.get().uri("/search?q=探索").with(authentication(SignedInAs.anybody())))
                .bodyText()
                .contains(name);
        assertThat(pages.get().uri("/search?q=システム管理").with(authentication(SignedInAs.anybody())))
                .bodyText()
                .contains("/posts/system-administrator", "/read/", "value=\"システム管理\"");
        assertThat(pages.get().uri("/search?q=<b>").with(authentication(SignedInAs.anybody())))
                .bodyText()
                .contains("「&lt;b&gt;」は、");
    }
}
