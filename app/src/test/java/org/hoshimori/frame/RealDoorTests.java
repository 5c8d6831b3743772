package org.hoshimori.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests to the running application, over a real connection: what its door promises in docs/security.md. */
@ApplicationTest
@SpringBootTest(classes = org.hoshimori.Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class RealDoorTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final String LONG = "Tanuki7-odori+Kaze/Yama%Kawa_Umi=Sora?Hoshi!Mori~Hikari*Kage#12.x";

    private final String home;
    private final PeopleRegister people;
    private final Accounts accounts;
    private final JdbcClient sql;

    RealDoorTests(
            @LocalServerPort int port,
            @Autowired PeopleRegister people,
            @Autowired Accounts accounts,
            @Autowired JdbcClient sql) {
        this.home = "http://127.0.0.1:" + port;
        this.people = people;
        this.accounts = accounts;
        this.sql = sql;
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(home + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(HttpClient browser, String path, String type, String body)
            throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(home + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String logIn(HttpClient browser, String mail, String password) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(browser, "/log-in").body());
        assertThat(token.find()).isTrue();
        return post(
                        browser,
                        "/log-in",
                        "application/x-www-form-urlencoded",
                        "_csrf=" + encoded(token.group(1)) + "&mail=" + encoded(mail) + "&password="
                                + encoded(password))
                .headers()
                .firstValue("Location")
                .orElse("")
                .replace(home, "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Person withPassword(String password) {
        Person person = TestPeople.entered(people, "門", "実");
        assertThat(accounts.open(person, password, Set.of(), Actor.system("test")))
                .isEmpty();
        return person;
    }

    @Test
    void setsThreeCookiesOnlyThatNeitherScriptsNorOtherSitesGet() throws Exception {
        Set<String> names = new HashSet<>();
        for (String page : List.of("/log-in", "/log-in?lang=en", "/people")) {
            for (String cookie : get(browser(), page).headers().allValues("Set-Cookie")) {
                assertThat(cookie)
                        .contains("SameSite=Lax", "HttpOnly", "Path=/")
                        .doesNotContain("Domain=");
                names.add(HttpCookie.parse(cookie).getFirst().getName());
            }
        }
        assertThat(names).contains("hoshimori", "hoshimori-form").isSubsetOf("hoshimori", "hoshimori-form", "lang");
    }

    @Test
    void keepsNothingOfStrangersWhoLookAtTheLogIn() throws Exception {
        String mail = withPassword("Tanuki7-odori+Kaze").mail();
        CookieManager jar = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(jar).build();
        long before = sessions();
        assertThat(get(browser, "/log-in").statusCode()).isEqualTo(200);
        assertThat(logIn(browser, mail, "wrong")).isEqualTo("/log-in?wrong");
        assertThat(sessions()).isEqualTo(before);
        assertThat(cookies(jar)).containsExactly("hoshimori-form");
        assertThat(logIn(browser, mail, "Tanuki7-odori+Kaze")).isEqualTo("/");
        assertThat(sessions()).isEqualTo(before + 1);
        assertThat(cookies(jar)).as("the token is the session's from then on").containsExactly("hoshimori");
    }

    @Test
    void takesNoFormWithSomebodyElsesToken() throws Exception {
        HttpClient other = browser();
        Matcher theirs = TOKEN.matcher(get(other, "/log-in").body());
        assertThat(theirs.find()).isTrue();
        String form = "_csrf=" + encoded(theirs.group(1)) + "&mail=nobody%40example.jp&password=x";
        HttpClient browser = browser();
        get(browser, "/log-in");
        String type = "application/x-www-form-urlencoded";
        assertThat(post(other, "/log-in", type, form).statusCode()).isEqualTo(302);
        assertThat(post(browser, "/log-in", type, form).statusCode()).isEqualTo(403);
        assertThat(post(browser(), "/log-in", type, form).statusCode())
                .as("without a cookie")
                .isEqualTo(403);
        assertThat(logIn(browser, withPassword("Tanuki7-odori+Kaze").mail(), "Tanuki7-odori+Kaze"))
                .isEqualTo("/");
        assertThat(post(browser, "/log-out", type, "_csrf=" + encoded(theirs.group(1)))
                        .statusCode())
                .as("logged in, with a stranger's")
                .isEqualTo(403);
        assertThat(get(browser, "/account").statusCode()).as("still in").isEqualTo(200);
    }

    private long sessions() {
        return sql.sql("SELECT count(*) FROM identity.spring_session")
                .query(Long.class)
                .single();
    }

    private static Set<String> cookies(CookieManager jar) {
        return jar.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .collect(Collectors.toSet());
    }

    @Test
    void takesLongPasswordsToTheLastCharacter() throws Exception {
        assertThat(LONG).hasSizeGreaterThanOrEqualTo(64);
        String mail = withPassword(LONG).mail();
        assertThat(logIn(browser(), mail, LONG.substring(0, LONG.length() - 1))).isEqualTo("/log-in?wrong");
        assertThat(logIn(browser(), mail, LONG)).isEqualTo("/");
        assertThat(sql.sql(
                                "SELECT hash FROM identity.password p JOIN organization.person o ON o.id = p.person WHERE o.mail = :mail")
                        .param("mail", mail)
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void givesEachLogInARandomTokenOfItsOwn() throws Exception {
        String mail = withPassword("Tanuki7-odori+Kaze").mail();
        Set<String> tokens = new HashSet<>();
        for (int n = 0; n < 3; n++) {
            CookieManager jar = new CookieManager();
            HttpClient browser = HttpClient.newBuilder().cookieHandler(jar).build();
            assertThat(logIn(browser, mail, "Tanuki7-odori+Kaze")).isEqualTo("/");
            tokens.add(jar.getCookieStore().getCookies().stream()
                    .filter(c -> c.getName().equals("hoshimori"))
                    .findFirst()
                    .orElseThrow()
                    .getValue());
        }
        assertThat(tokens).hasSize(3).allMatch(t -> t.length() >= 36);
    }

    @Test
    void leadsNoProgramElsewhereAndReadsNoObjects() throws Exception {
        assertThat(get(browser(), "/api/v1/people").statusCode()).isEqualTo(401);
        HttpResponse<String> answer =
                post(browser(), "/api/v1/people", "application/x-java-serialized-object", "\u00ac\u00ed\u0000\u0005");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(post(browser(), "/log-in", "application/x-java-serialized-object", "x")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void notesBypassesWithTheTimeAndItsOffset(CapturedOutput output) throws Exception {
        assertThat(post(browser(), "/log-in", "application/x-www-form-urlencoded", "mail=a&password=b")
                        .statusCode())
                .isEqualTo(403);
        assertThat(output.getAll().lines().filter(l -> l.contains("refused: nobody POST /log-in")))
                .isNotEmpty()
                .allMatch(l -> l.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d) WARN .*"));
    }

    @Test
    void keepsTheDatabaseOnThisMachine() {
        assertThat(sql.sql("SELECT host(inet_server_addr())")
                        .query(String.class)
                        .single())
                .isEqualTo("127.0.0.1");
        assertThat(sql.sql("SHOW listen_addresses").query(String.class).single())
                .isIn("127.0.0.1", "localhost");
    }
}
