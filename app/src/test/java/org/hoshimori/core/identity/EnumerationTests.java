package org.hoshimori.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.ArrayList;
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

    private static final int ROUNDS = 15;

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private Accounts accounts;

    private final Map<String, List<String>> mails = new LinkedHashMap<>();

    @BeforeEach
    void somebodyOfEveryKind() {
        mails.put("unknown", new ArrayList<>());
        mails.put("without account", new ArrayList<>());
        mails.put("with account", new ArrayList<>());
        mails.put("locked", new ArrayList<>());
        mails.put("left", new ArrayList<>());
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
        for (int i = 0; i < ROUNDS / 3 + 1; i++) {
            mails.get("with account").add(account().mail());
        }
        mails.get("unknown").add("nobody@example.jp");
        mails.get("without account").add(TestPeople.entered(people, "無", "口座").mail());
        mails.get("locked").add(locked.mail());
        mails.get("left").add(left.mail());
    }

    @Test
    void answersAllAlike() {
        for (String page : List.of("/log-in", "/forgotten")) {
            assertThat(mails.values().stream()
                            .map(m -> answer(page, m.getFirst()))
                            .distinct())
                    .as(page)
                    .hasSize(1);
        }
    }

    /** The quickest answers, which other work on the machine disturbs least: a hash is 20 ms and more, the rest is 2. */
    @Test
    void takesAsLongForAll() {
        Map<String, List<Long>> nanos = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, List<String>> kind : mails.entrySet()) {
                String mail = kind.getValue().get(round % kind.getValue().size());
                long from = System.nanoTime();
                answer("/log-in", mail);
                nanos.computeIfAbsent(kind.getKey(), k -> new ArrayList<>()).add(System.nanoTime() - from);
            }
        }
        Map<String, Double> quickest = new LinkedHashMap<>();
        nanos.forEach((kind, times) ->
                quickest.put(kind, times.stream().sorted().toList().getFirst() / 1e6));
        System.out.println("log-in refused, quickest ms: " + quickest);
        double least = quickest.values().stream().mapToDouble(d -> d).min().orElseThrow();
        double most = quickest.values().stream().mapToDouble(d -> d).max().orElseThrow();
        assertThat(most).as(quickest.toString()).isLessThan(1.5 * least + 10);
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
