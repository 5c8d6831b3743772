package org.hoshimori.core.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

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
class PeoplePagesTests {

    private final MockMvcTester pages;
    private final PeopleRegister register;

    PeoplePagesTests(@Autowired MockMvcTester pages, @Autowired PeopleRegister register) {
        this.pages = pages;
        this.register = register;
    }

    @Test
    void sendsStrangersToTheDoor() {
        assertThat(pages.get().uri("/people")).hasStatus3xxRedirection().hasRedirectedUrl("/log-in");
    }

    @Test
    void findsJapaneseWordsOfTwoCharacters() {
        Person person = entered("鳳凰院", "凶真");
        entered("岡部", "倫太郎");
        assertThat(list("鳳凰"))
                .bodyText()
                .contains("鳳凰院 凶真", person.id().toString())
                .doesNotContain("岡部");
    }

    @Test
    void findsAFullNameOfWhichAPartIsOneCharacter() {
        Person person = entered("留守居", "守");
        assertThat(list("留守居 守")).bodyText().contains(person.id().toString());
        assertThat(list("守 留守居")).bodyText().contains(person.id().toString());
        assertThat(list("留守居 森")).bodyText().doesNotContain(person.id().toString());
    }

    @Test
    void findsWordsInTheirOrderOnly() {
        Person person = entered("天王寺", "裕吾");
        assertThat(list("天王寺裕")).bodyText().contains(person.id().toString());
        assertThat(list("裕吾 天王"))
                .as("two words, in any order")
                .bodyText()
                .contains(person.id().toString());
        assertThat(list("王寺天王"))
                .as("the same pairs, another word")
                .bodyText()
                .doesNotContain(person.id().toString());
    }

    @Test
    void givesHtmxTheRowsAlone() {
        assertThat(pages.get()
                        .uri("/people?q=zz-nobody")
                        .header("HX-Request", "true")
                        .header("HX-Target", "rows")
                        .with(authentication(SignedInAs.anybody())))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"rows\"", "当てはまる人はいません")
                .doesNotContain("<html", "<form");
    }

    @Test
    void tellsWhatIsWrongAtTheField() {
        MvcTestResult answer = post(
                "family=&mail=nonsense&joinedOn=2026-04-01&staffNumber=9&employment=EMPLOYEE&language=ja&version=0");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer)
                .bodyText()
                .contains("id=\"family-error\"", "aria-describedby=\"mail-error\"", "メールアドレスの形になっていません。");
    }

    @Test
    void saysHowADateIsWrittenWhereItIsNone() {
        MvcTestResult answer = post("family=A&mail=a@example.jp&joinedOn=2026-02-30&staffNumber=" + UUID.randomUUID()
                + "&employment=EMPLOYEE&language=ja&version=0");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyText().contains("日付は2026-04-01のように書いてください。", "id=\"joinedOn-error\"");
    }

    @Test
    void refusesAMailAddressThatAnotherUses() {
        Person person = entered("重複", "太郎");
        MvcTestResult answer = post("family=別&mail=" + person.mail().toUpperCase(java.util.Locale.ROOT)
                + "&joinedOn=2026-04-01&staffNumber=" + UUID.randomUUID()
                + "&employment=EMPLOYEE&language=ja&version=0");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyText().contains("このメールアドレスは、ほかの人が使っています。");
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseHasChanged() {
        Person person = entered("競合", "花子");
        Person moved = new Person(
                person.id(),
                person.staffNumber(),
                person.name(),
                person.mail(),
                Person.Employment.DIRECTOR,
                null,
                "en",
                person.joinedOn(),
                null,
                0);
        assertThat(register.change(moved, Actor.system("test"))).isInstanceOf(PeopleRegister.Outcome.Done.class);
        assertThat(register.change(moved, Actor.system("test")))
                .isEqualTo(new PeopleRegister.Outcome.Refused(PeopleRegister.Refusal.CHANGED_MEANWHILE));
    }

    @Test
    void letsOnlyThoseEnterPeopleWhoMay() {
        assertThat(pages.get().uri("/people/new").with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.post()
                        .uri("/people")
                        .param("version", "0")
                        .with(csrf())
                        .with(authentication(SignedInAs.anybody())))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.post().uri("/people").with(authentication(SignedInAs.may("people"))))
                .as("without a CSRF token")
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void speaksEnglishWhenAsked() {
        assertThat(pages.get().uri("/people?lang=en").with(authentication(SignedInAs.anybody())))
                .bodyText()
                .contains("<html lang=\"en\"", "Staff number")
                .doesNotContainPattern("[\\p{IsHiragana}]");
    }

    private MvcTestResult list(String words) {
        return pages.get()
                .uri("/people")
                .param("q", words)
                .with(authentication(SignedInAs.anybody()))
                .exchange();
    }

    private MvcTestResult post(String form) {
        var request = pages.post().uri("/people").with(csrf()).with(authentication(SignedInAs.may("people")));
        for (String field : form.split("&")) {
            String[] pair = field.split("=", 2);
            request = request.param(pair[0], pair[1]);
        }
        return request.exchange();
    }

    private Person entered(String family, String given) {
        return TestPeople.entered(register, family, given);
    }
}
