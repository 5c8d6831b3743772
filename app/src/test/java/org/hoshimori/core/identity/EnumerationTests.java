package org.hoshimori.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Neither words nor time tell a stranger who works here, has an account, is locked or has left. */
@ApplicationTest
class EnumerationTests {

    /** As few as never lock an account that the test still asks for. */
    private static final int WRONG_BEFORE_LOCK = 3;

    private static final int SERIES = 5;
    private static final int ROUNDS = 15;

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private Accounts accounts;

    private final Map<String, String> mails = new LinkedHashMap<>();

    @BeforeEach
    void somebodyOfEveryKind() {
        Person locked = account();
        for (int i = 0; i < 10; i++) {
            answer("/log-in", locked.mail());
        }
        Person left = account();
        people.change(
                new Person(
                        left.id(),
                        left.staffNumber(),
                        left.name(),
                        left.mail(),
                        left.employment(),
                        null,
                        "ja",
                        left.joinedOn(),
                        LocalDate.now().minusDays(2),
                        left.version()),
                Actor.system("test"));
        mails.put("with account", account().mail());
        mails.put("unknown", "nobody@example.jp");
        mails.put("without account", TestPeople.entered(people, "無", "口座").mail());
        mails.put("locked", locked.mail());
        mails.put("left", left.mail());
    }

    @Test
    void answersAllAlike() {
        for (String page : List.of("/log-in", "/forgotten")) {
            assertThat(mails.values().stream().map(m -> answer(page, m)).distinct())
                    .as(page)
                    .hasSize(1);
        }
    }

    /**
     * The quickest answers, which other work on the machine disturbs least: a hash is 20 ms and more, the rest is 2. Where it disturbed
     * all of one kind they are asked for again: what really takes longer does so however often it is asked.
     */
    @Test
    void takesAsLongForAll() {
        Map<String, Double> quickest = new LinkedHashMap<>();
        for (int series = 0; series < SERIES && (series == 0 || tellable(quickest)); series++) {
            for (int round = 0; round < ROUNDS; round++) {
                if (round % WRONG_BEFORE_LOCK == 0) {
                    mails.put("with account", account().mail());
                }
                mails.forEach((kind, mail) -> {
                    long from = System.nanoTime();
                    answer("/log-in", mail);
                    quickest.merge(kind, (System.nanoTime() - from) / 1e6, Math::min);
                });
            }
            System.out.println("log-in refused, quickest ms: " + quickest);
        }
        assertThat(tellable(quickest)).as(quickest.toString()).isFalse();
    }

    /** Whether these times differ so much that they tell who has an account. */
    private static boolean tellable(Map<String, Double> millis) {
        return Collections.max(millis.values()) >= 1.5 * Collections.min(millis.values()) + 10;
    }

    private Person account() {
        Person person = TestPeople.entered(people, "推量", "一");
        assertThat(accounts.open(person, Visitor.PASSWORD, Set.of(), Actor.system("test")))
                .isEmpty();
        return person;
    }

    private String answer(String page, String mail) {
        MvcTestResult answer = pages.post()
                .uri(page)
                .param("mail", mail)
                .param("password", "Wrong7-odori+Kaze")
                .with(csrf())
                .exchange();
        return answer.getResponse().getStatus() + " " + answer.getResponse().getRedirectedUrl() + " "
                + Visitor.text(answer).replace(mail, "MAIL").replaceAll("value=\"[^\"]*\"", "");
    }
}
