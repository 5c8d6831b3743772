package org.hoshimori.core.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.Application;
import org.hoshimori.Installation;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Visitor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes back from the provider is believed only where the provider has said it, to us, now, and for this browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedTokensTests {

    private static final String FAILED = "/log-in?sign-on=failed";

    @TempDir
    private static Path temp;

    private FakeProvider provider;
    private ConfigurableApplicationContext server;
    private String home;

    @BeforeAll
    void serve() throws Exception {
        provider = new FakeProvider();
        Map<String, Object> settings = new HashMap<>(Installation.settings());
        settings.put("server.port", 0);
        settings.put("server.address", "127.0.0.1");
        settings.put("db-scheduler.enabled", "false");
        settings.put("hoshimori.sign-on.issuer", provider.issuer());
        settings.put("hoshimori.sign-on.client", FakeProvider.CLIENT);
        settings.put(
                "hoshimori.sign-on.secret-file",
                Files.writeString(temp.resolve("secret"), FakeProvider.SECRET).toString());
        server = Application.start(settings);
        home = "http://127.0.0.1:"
                + ((WebServerApplicationContext) server).getWebServer().getPort();
    }

    @AfterAll
    void stop() {
        server.close();
        provider.close();
    }

    private Person person() {
        Person person = TestPeople.entered(server.getBean(PeopleRegister.class), "信", "用");
        server.getBean(Accounts.class).open(person, Visitor.PASSWORD, Set.of(), Actor.system("test"));
        return person;
    }

    /** A browser that has been sent to the provider. */
    private record Sent(HttpClient browser, Map<String, String> asked) {
        String nonce() {
            return asked.getOrDefault("nonce", "");
        }

        String state() {
            return asked.getOrDefault("state", "");
        }
    }

    private Sent sent() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String to = leads(get(browser, "/log-in/sign-on/start/company"));
        assertThat(to).startsWith(provider.issuer() + "/auth?");
        return new Sent(
                browser,
                Arrays.stream(URI.create(to).getQuery().split("&"))
                        .map(p -> p.split("=", 2))
                        .collect(Collectors.toMap(p -> p[0], p -> p[1])));
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(home + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String leads(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replace(home, "");
    }

    private String back(Sent sent, String state) throws Exception {
        return leads(get(
                sent.browser(),
                "/log-in/sign-on/back/company?code=abc&state=" + java.net.URLEncoder.encode(state, "UTF-8")));
    }

    private String back(Sent sent) throws Exception {
        return back(sent, sent.state());
    }

    @Test
    void takesWhatTheProviderSaysOnceAndProvesItsOwnBeginning() throws Exception {
        Sent sent = sent();
        assertThat(sent.asked()).containsEntry("code_challenge_method", "S256").containsKey("code_challenge");
        provider.says(provider.signed(provider.claims(person().mail(), sent.nonce())));
        assertThat(back(sent)).isEqualTo("/");
        assertThat(provider.asked()).contains("code_verifier=");
        assertThat(leads(get(sent.browser(), "/account"))).as("logged in").isEmpty();
        assertThat(back(sent)).as("the same answer again").isEqualTo(FAILED);
    }

    @Test
    void takesNothingThatSomebodyElseSignedOrNobody() throws Exception {
        Sent sent = sent();
        provider.says(FakeProvider.signed(provider.claims(person().mail(), sent.nonce()), FakeProvider.key()));
        assertThat(back(sent)).as("another key").isEqualTo(FAILED);
        sent = sent();
        provider.says(FakeProvider.unsigned(provider.claims(person().mail(), sent.nonce())));
        assertThat(back(sent)).as("none").isEqualTo(FAILED);
        sent = sent();
        provider.says(FakeProvider.sealed(provider.claims(person().mail(), sent.nonce())));
        assertThat(back(sent)).as("HS256 by the client's secret").isEqualTo(FAILED);
        sent = sent();
        provider.says("nonsense");
        assertThat(back(sent)).isEqualTo(FAILED);
    }

    @Test
    void looksForKeysNowhereButAtTheProvider() throws Exception {
        try (FakeProvider evil = new FakeProvider()) {
            Sent sent = sent();
            provider.says(FakeProvider.vouchingForItself(
                    provider.claims(person().mail(), sent.nonce()), FakeProvider.key(), evil.issuer() + "/keys"));
            assertThat(back(sent)).isEqualTo(FAILED);
        }
    }

    @Test
    void takesNoTokenForOneOfAnotherKind() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(home + "/logout/connect/back-channel/company"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "logout_token=" + provider.signed(provider.claims(person().mail(), "any"))))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("an ID token as a log-out token").isGreaterThanOrEqualTo(400);
        Sent sent = sent();
        provider.says(provider.signed(provider.claims(person().mail(), sent.nonce())
                .claim("nonce", null)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))));
        assertThat(back(sent)).as("a log-out token as an ID token").isEqualTo(FAILED);
    }

    @Test
    void keepsNoTokenThatWouldOpenAnythingAtTheProvider() throws Exception {
        Sent sent = sent();
        provider.says(provider.signed(provider.claims(person().mail(), sent.nonce())));
        assertThat(back(sent)).isEqualTo("/");
        assertThat(server.getBean(JdbcClient.class)
                        .sql("""
                                SELECT count(*) FROM identity.spring_session_attributes
                                 WHERE position(convert_to(:token, 'UTF8') IN attribute_bytes) > 0""")
                        .param("token", FakeProvider.ACCESS)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void takesNothingThatIsNotForUsOrNotOfNow() throws Exception {
        Instant now = Instant.now();
        record Case(String name, java.util.function.UnaryOperator<JWTClaimsSet.Builder> change) {}
        for (Case forged : List.of(
                new Case("for another client", c -> c.audience("another")),
                new Case(
                        "for several, not given to us",
                        c -> c.audience(List.of(FakeProvider.CLIENT, "another")).claim("azp", "another")),
                new Case("of another issuer", c -> c.issuer("https://evil.example")),
                new Case(
                        "over",
                        c -> c.issueTime(Date.from(now.minus(Duration.ofHours(2))))
                                .expirationTime(Date.from(now.minus(Duration.ofHours(1))))),
                new Case("without an end", c -> c.expirationTime(null)),
                new Case(
                        "of tomorrow",
                        c -> c.issueTime(Date.from(now.plus(Duration.ofDays(1))))
                                .expirationTime(Date.from(now.plus(Duration.ofDays(2))))),
                new Case("of another log-in", c -> c.claim("nonce", "another")),
                new Case("without a nonce", c -> c.claim("nonce", null)),
                new Case("of nobody", c -> c.subject(null)))) {
            Sent sent = sent();
            provider.says(provider.signed(forged.change().apply(provider.claims(person().mail(), sent.nonce()))));
            assertThat(back(sent)).as(forged.name()).isEqualTo(FAILED);
        }
    }

    @Test
    void takesNothingThatThisBrowserDidNotBegin() throws Exception {
        Sent sent = sent();
        Sent other = sent();
        provider.says(provider.signed(provider.claims(person().mail(), sent.nonce())));
        assertThat(back(other, sent.state())).as("begun elsewhere").isEqualTo(FAILED);
        assertThat(back(sent(), "made-up")).isEqualTo(FAILED);
        HttpClient stranger =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        assertThat(leads(get(stranger, "/log-in/sign-on/back/company?code=abc&state=x")))
                .isEqualTo(FAILED);
    }
}
