package org.hoshimori.core.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.SignedInAs;
import org.hoshimori.core.evidence.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class DepartmentPagesTests {

    private static final Actor TEST = Actor.system("test");

    private final MockMvcTester pages;
    private final DepartmentRegister register;
    private final PeopleRegister people;

    DepartmentPagesTests(
            @Autowired MockMvcTester pages, @Autowired DepartmentRegister register, @Autowired PeopleRegister people) {
        this.pages = pages;
        this.register = register;
        this.people = people;
    }

    @Test
    void opensADepartmentWithItsHead() {
        Person head = TestPeople.entered(people, "部長", "保");
        String name = "宇宙営業部" + UUID.randomUUID();
        assertThat(post("/departments", name, head.id().toString())).hasRedirectedUrl("/departments");
        assertThat(pages.get().uri("/departments").with(authentication(SignedInAs.anybody())))
                .bodyText()
                .contains(name, "部長 保", "0人")
                .doesNotContain("変更する");
    }

    @Test
    void refusesANameTwice() {
        String name = "重複部" + UUID.randomUUID();
        register.open(Department.called(name, "", 1, null), TEST);
        MvcTestResult answer = post("/departments", " " + name + " ", "");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyText().contains("この名前の部門が、すでにあります。", "aria-describedby=\"name-error\"");
    }

    @Test
    void keepsADepartmentOpenWhilePeopleBelongToIt() {
        Department department = opened();
        Person person = TestPeople.entered(people, "残留", "実");
        people.change(
                new Person(
                        person.id(),
                        person.staffNumber(),
                        person.name(),
                        person.mail(),
                        person.employment(),
                        department.id(),
                        "ja",
                        person.joinedOn(),
                        LocalDate.of(2026, 9, 30),
                        0),
                TEST);
        assertThat(register.close(department.id(), LocalDate.of(2026, 9, 29), TEST))
                .isEqualTo(new DepartmentRegister.Outcome.Refused(DepartmentRegister.Refusal.STILL_HAS_PEOPLE));
        assertThat(register.close(department.id(), LocalDate.of(2026, 9, 30), TEST))
                .isInstanceOf(DepartmentRegister.Outcome.Done.class);
        assertThat(register.open()).doesNotContain(department);
        assertThat(register.find(department.id())).as("what is on record stays").isPresent();
    }

    @Test
    void refusesAHeadWhoDoesNotWorkHere() {
        assertThat(register.open(Department.called("無人部" + UUID.randomUUID(), "", 1, PersonId.next()), TEST))
                .isEqualTo(new DepartmentRegister.Outcome.Refused(DepartmentRegister.Refusal.HEAD_NOT_HERE));
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseHasChanged() {
        Department before = opened();
        assertThat(register.change(before, TEST)).isInstanceOf(DepartmentRegister.Outcome.Done.class);
        assertThat(register.change(before, TEST))
                .isEqualTo(new DepartmentRegister.Outcome.Refused(DepartmentRegister.Refusal.CHANGED_MEANWHILE));
    }

    @Test
    void letsOnlyThoseOpenOneWhoMay() {
        assertThat(pages.get().uri("/departments/new").with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private Department opened() {
        return ((DepartmentRegister.Outcome.Done)
                        register.open(Department.called("部" + UUID.randomUUID(), "Dept", 5, null), TEST))
                .department();
    }

    private MvcTestResult post(String path, String name, String head) {
        return pages.post()
                .uri(path)
                .param("name", name)
                .param("nameEn", "")
                .param("position", "10")
                .param("head", head)
                .param("version", "0")
                .with(csrf())
                .with(authentication(SignedInAs.may("people")))
                .exchange();
    }
}
