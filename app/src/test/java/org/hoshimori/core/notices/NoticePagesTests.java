package org.hoshimori.core.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class NoticePagesTests {

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Notices notices;

    @Autowired
    private NoticeTable table;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Preferences preferences;

    @Autowired
    private PeopleRegister people;

    private Person person;

    @BeforeEach
    void enter() {
        person = TestPeople.entered(people, "既読", "太郎");
    }

    @Test
    void countsAndListsWhatIsUnreadUntilItIsOpened() {
        for (int i = 0; i < 7; i++) {
            notices.tell(Notice.to(person.id(), "k" + i, "day.notice", "/posts?n=" + i, new Argument.Text("知らせ" + i)));
        }
        assertThat(get("/")).bodyText().contains("知らせ6", "ほかにも未読のお知らせがあります。", ">7</strong>");
        UUID newest = table.page(person.id(), 1).getFirst().id();
        assertThat(get("/notices")).bodyText().contains("知らせ0", "知らせ6", "/notices/" + newest, "未読");
        assertThat(get("/notices/" + newest)).hasRedirectedUrl("/posts?n=6");
        assertThat(table.unread(person.id())).isEqualTo(6);
        assertThat(post("/notices/read")).hasRedirectedUrl("/notices");
        assertThat(get("/notices")).bodyText().doesNotContain("未読");
    }

    @Test
    void opensNobodyElsesNotice() {
        Person other = TestPeople.entered(people, "他", "人");
        notices.tell(Notice.to(other.id(), "k", "day.notice", "/posts", new Argument.Text("秘密")));
        UUID theirs = table.page(other.id(), 1).getFirst().id();
        assertThat(get("/notices/" + theirs)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/notices")).bodyText().doesNotContain("秘密");
        assertThat(table.unread(other.id())).isOne();
    }

    @Test
    void keepsWhatSomebodyPrefers() {
        assertThat(get("/notices/preferences")).bodyText().contains("急ぐものはすぐに");
        assertThat(post("/notices/preferences", "mail", "digest")).hasRedirectedUrl("/notices/preferences?saved");
        assertThat(preferences.of(person.id())).isEqualTo(Preferences.Preference.DIGEST);
        assertThat(get("/notices/preferences")).bodyText().containsPattern("value=\"digest\" checked");
        assertThat(post("/notices/preferences", "mail", "pigeon")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void showsTheKeeperOfAccountsWhatCantBeDelivered() {
        notices.tell(Notice.to(person.id(), "k", "day.notice", "/posts", new Argument.Text("x"))
                .atOnce());
        Instant now = Instant.now().plusSeconds(1);
        Deliveries.Delivery delivery = deliveries.take(now).orElseThrow();
        while (!person.id().equals(delivery.person())) {
            delivery = deliveries.take(now).orElseThrow();
        }
        deliveries.end(delivery.id(), Deliveries.End.UNDELIVERABLE, "550 no such mailbox", now);
        assertThat(get("/", "accounts")).bodyText().contains("届かない通知が");
        assertThat(get("/notices/undelivered", "accounts")).bodyText().contains("550 no such mailbox", "既読 太郎");
        assertThat(get("/notices/undelivered")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post("/notices/undelivered/" + delivery.id() + "/withdraw")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.post()
                        .uri("/notices/undelivered/" + delivery.id() + "/withdraw")
                        .with(csrf())
                        .with(authentication(as("accounts"))))
                .hasRedirectedUrl("/notices/undelivered");
        assertThat(deliveries.stuck(delivery.id())).isEmpty();
    }

    private MvcTestResult get(String uri, String... permissions) {
        return pages.get().uri(uri).with(authentication(as(permissions))).exchange();
    }

    private MvcTestResult post(String uri, String... fields) {
        var request = pages.post().uri(uri).with(csrf()).with(authentication(as()));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private Authentication as(String... permissions) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(person.id().value(), person.name().full(), "ja"),
                null,
                Arrays.stream(permissions).map(SimpleGrantedAuthority::new).toList());
    }
}
