package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.hoshimori.Application;
import org.hoshimori.CompleteTailoring;
import org.hoshimori.Installation;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.estate.TestEstate;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Visitor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.regulation.Adoption;
import org.hoshimori.core.terminals.TestTerminals;
import org.hoshimori.core.tokens.TestTokens;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Terminals at the door, over real handshakes: privileged accounts may be used from registered ones only ({@code acc-7}). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerminalTests {

    private static final Actor TEST = Actor.system("test");
    private static final char[] PASSWORD = "for-the-test".toCharArray();
    private static final String STEP = "/second-factor/enrol";

    @TempDir
    private static Path temp;

    private final Map<String, String> installation = Installation.another();
    private InHouseAuthority ours;
    private InHouseAuthority theirs;
    private TlsFiles files;
    private Path authorities;
    private ConfigurableApplicationContext server;

    @BeforeAll
    void serve() throws Exception {
        Instant now = Instant.now();
        ours = InHouseAuthority.found("ours", now);
        theirs = InHouseAuthority.found("theirs", now);
        files = new TlsFiles(temp.resolve("tls"));
        files.write(ours);
        files.write(ours, ours.certify(HostNames.of(List.of("localhost")), now));
        authorities = Files.copy(files.authority(), temp.resolve("terminal-ca.pem"));
        server = started(Doors.of("127.0.0.1", 0, files.server(), files.serverKey(), null, null, authorities));
        Regulation regulation = Regulation.resolve(
                CatalogJson.shipped(),
                TailoringReader.read("tailoring.yaml", CompleteTailoring.text("acc-7_own-terminals: privileged")));
        assertThat(server.getBean(Adoption.class).adopt(regulation, Instant.now(), TEST))
                .isInstanceOf(Adoption.Outcome.Adopted.class);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private ConfigurableApplicationContext started(Doors doors, String... further) {
        Map<String, Object> settings = new HashMap<>(doors.settings());
        for (int i = 0; i < further.length; i += 2) {
            settings.put(further[i], further[i + 1]);
        }
        settings.putAll(installation);
        settings.put("spring.ssl.bundle.watch.file.quiet-period", "200ms");
        settings.put("db-scheduler.enabled", "false");
        return Application.start(settings);
    }

    private static int port(ConfigurableApplicationContext context) {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    private String home() {
        return "https://localhost:" + port(server) + "/";
    }

    private Person person(Set<Permission> permissions) {
        Person person = TestPeople.entered(server.getBean(PeopleRegister.class), "端末", "使子");
        assertThat(server.getBean(Accounts.class).open(person, Visitor.PASSWORD, permissions, TEST))
                .isEmpty();
        return person;
    }

    private Person privileged() {
        return person(EnumSet.of(Permission.PEOPLE));
    }

    private Item device() {
        return TestEstate.entered(server.getBean(Estate.class), Noun.DEVICE, "ノートPC", null);
    }

    private static String pem(InHouseAuthority.Certified certified) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certified.certificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private HttpClient without() throws Exception {
        return client(null);
    }

    private HttpClient client(InHouseAuthority.Certified shown) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", ours.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        if (shown != null) {
            own.setKeyEntry(
                    "terminal", shown.key(), PASSWORD, new java.security.cert.Certificate[] {shown.certificate()});
        }
        keys.init(own, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                insisting((X509ExtendedKeyManager) keys.getKeyManagers()[0], shown != null),
                trust.getTrustManagers(),
                new SecureRandom());
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** Shows its certificate whosoever the server asks for, as browsers do not. */
    private static KeyManager[] insisting(X509ExtendedKeyManager keys, boolean any) {
        return new KeyManager[] {
            new X509ExtendedKeyManager() {
                @Override
                public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
                    return any ? "terminal" : null;
                }

                @Override
                public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
                    return any ? "terminal" : null;
                }

                @Override
                public String[] getClientAliases(String type, Principal[] issuers) {
                    return keys.getClientAliases(type, issuers);
                }

                @Override
                public String[] getServerAliases(String type, Principal[] issuers) {
                    return keys.getServerAliases(type, issuers);
                }

                @Override
                public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
                    return keys.chooseServerAlias(type, issuers, socket);
                }

                @Override
                public X509Certificate[] getCertificateChain(String alias) {
                    return keys.getCertificateChain(alias);
                }

                @Override
                public PrivateKey getPrivateKey(String alias) {
                    return keys.getPrivateKey(alias);
                }
            }
        };
    }

    private Browser at(InHouseAuthority.Certified shown) throws Exception {
        return new Browser(client(shown), home());
    }

    private List<String> history(Person person) {
        return server.getBean(JdbcClient.class)
                .sql(
                        "SELECT door || ' ' || succeeded || ' ' || terminal FROM identity.log_in WHERE person = :p ORDER BY id")
                .param("p", person.id().value())
                .query(String.class)
                .list();
    }

    @Test
    void letsAPrivilegedAccountInFromARegisteredTerminalAndShowsItInTheHistory() throws Exception {
        Person person = privileged();
        Item device = device();
        InHouseAuthority.Certified certified = ours.certifyTerminal(device.number(), Instant.now());
        TestTerminals.registered(server, device, pem(certified));
        Browser browser = at(certified);
        assertThat(browser.logIn(person.mail(), Visitor.PASSWORD)).isEqualTo(STEP);
        assertThat(browser.get("second-factor/enrol").statusCode()).isEqualTo(200);
        assertThat(history(person)).containsExactly("password true " + device.number());
    }

    @Test
    void refusesItWithoutACertificateInOneClearSentence() throws Exception {
        Person person = privileged();
        Browser browser = new Browser(without(), home());
        assertThat(browser.logIn(person.mail(), Visitor.PASSWORD)).isEqualTo("/log-in?terminal=none");
        assertThat(browser.get("log-in?terminal=none").body()).contains("この端末からはログインできません", "証明書を選び直して");
        assertThat(browser.leads(browser.get("people")))
                .as("no session is left")
                .startsWith("/log-in");
        assertThat(browser.leads(browser.get("people"))).doesNotContain("terminal");
        assertThat(history(person)).containsExactly("password true ", "terminal false ");
        assertThat(server.getBean(JdbcClient.class)
                        .sql(
                                "SELECT count(*) FROM evidence.entry WHERE subject = :s AND act = 'account.terminal-refused/1'")
                        .param("s", "person:" + person.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void asksOthersForNoTerminal() throws Exception {
        assertThat(new Browser(without(), home()).logIn(person(Set.of()).mail(), Visitor.PASSWORD))
                .isEqualTo("/");
    }

    @Test
    void refusesACertificateThatNobodyRegistered() throws Exception {
        Browser browser = at(ours.certifyTerminal("stranger", Instant.now()));
        assertThat(browser.logIn(privileged().mail(), Visitor.PASSWORD)).isEqualTo("/log-in?terminal=unregistered");
    }

    @Test
    void refusesOneThatWasRevokedAlsoWithinASession() throws Exception {
        Person person = privileged();
        Item device = device();
        InHouseAuthority.Certified certified = ours.certifyTerminal(device.number(), Instant.now());
        UUID id = TestTerminals.registered(server, device, pem(certified));
        Browser browser = at(certified);
        assertThat(browser.logIn(person.mail(), Visitor.PASSWORD)).isEqualTo(STEP);
        TestTerminals.revoked(server, id);
        assertThat(browser.leads(browser.get("people"))).isEqualTo("/log-in?terminal=revoked");
        assertThat(browser.logIn(person.mail(), Visitor.PASSWORD)).isEqualTo("/log-in?terminal=revoked");
    }

    @Test
    void refusesOneWhoseDeviceIsRetired() throws Exception {
        Item device = device();
        InHouseAuthority.Certified certified = ours.certifyTerminal(device.number(), Instant.now());
        TestTerminals.registered(server, device, pem(certified));
        server.getBean(Estate.class).change(device.in(Item.State.RETIRED), TEST);
        assertThat(at(certified).logIn(privileged().mail(), Visitor.PASSWORD))
                .isEqualTo("/log-in?terminal=unregistered");
    }

    @Test
    void shakesNoHandsWithOneThatHasExpiredOrThatSomebodyElseSigned() throws Exception {
        Browser expired = at(ours.certifyTerminal("late", Instant.now().minus(Duration.ofDays(400))));
        assertThatThrownBy(() -> expired.get("log-in")).isInstanceOf(IOException.class);
        assertThat(new Browser(without(), home()).get("log-in").statusCode()).isEqualTo(200);
        InHouseAuthority others = InHouseAuthority.found("others", Instant.now());
        Browser foreign = at(others.certifyTerminal("foreign", Instant.now()));
        assertThatThrownBy(() -> foreign.get("log-in")).isInstanceOf(IOException.class);
    }

    @Test
    void takesUpAnotherAuthorityWhileRunning() throws Exception {
        InHouseAuthority.Certified certified = theirs.certifyTerminal("new", Instant.now());
        Files.writeString(
                authorities,
                Files.readString(files.authority())
                        + pem(new InHouseAuthority.Certified(theirs.certificate(), theirs.key())));
        Instant latest = Instant.now().plus(Duration.ofSeconds(60));
        TestTerminals.registered(server, device(), pem(certified));
        String mail = privileged().mail();
        while (!taken(certified, mail)) {
            assertThat(Instant.now()).isBefore(latest);
            Thread.sleep(200);
        }
    }

    private boolean taken(InHouseAuthority.Certified certified, String mail) throws Exception {
        try {
            return at(certified).logIn(mail, Visitor.PASSWORD).equals(STEP);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void believesNoHeaderOfAnybodyWhoComesByItself() throws Exception {
        Item device = device();
        InHouseAuthority.Certified certified = ours.certifyTerminal(device.number(), Instant.now());
        TestTerminals.registered(server, device, pem(certified));
        Browser forger =
                new Browser(without(), home(), "Client-Cert", structured(certified), "X-Forwarded-For", "192.0.2.1");
        assertThat(forger.logIn(privileged().mail(), Visitor.PASSWORD)).isEqualTo("/log-in?terminal=none");
    }

    @Test
    void believesTheProxyAndNobodyBesideIt() throws Exception {
        Item device = device();
        InHouseAuthority.Certified certified = ours.certifyTerminal(device.number(), Instant.now());
        TestTerminals.registered(server, device, pem(certified));
        InHouseAuthority.Certified unknown = ours.certifyTerminal("stranger", Instant.now());
        InHouseAuthority.Certified foreign =
                InHouseAuthority.found("others", Instant.now()).certifyTerminal(device.number(), Instant.now());
        InHouseAuthority.Certified late =
                ours.certifyTerminal("late", Instant.now().minus(Duration.ofDays(400)));
        String mail = privileged().mail();
        try (var behind = started(Doors.of("127.0.0.1", 0, null, null, "127.0.0.1", null, authorities))) {
            String home = "http://127.0.0.1:" + port(behind) + "/";
            assertThat(through(home, mail, structured(certified)))
                    .as("RFC 9440")
                    .isEqualTo(STEP);
            assertThat(through(home, mail, escaped(certified))).as("nginx").isEqualTo(STEP);
            assertThat(through(home, mail, structured(unknown))).isEqualTo("/log-in?terminal=unregistered");
            assertThat(through(home, mail, structured(late))).isEqualTo("/log-in?terminal=unregistered");
            assertThat(through(home, mail, structured(foreign))).isEqualTo("/log-in?terminal=none");
            assertThat(through(home, mail, "nonsense")).isEqualTo("/log-in?terminal=none");
            assertThat(through(home, mail, ":")).isEqualTo("/log-in?terminal=none");
            Browser twice = new Browser(
                    HttpClient.newHttpClient(),
                    home,
                    "X-Forwarded-Proto",
                    "https",
                    "Client-Cert",
                    structured(certified),
                    "Client-Cert",
                    structured(unknown));
            assertThat(twice.logIn(mail, Visitor.PASSWORD)).isEqualTo("/log-in?terminal=none");
        }
        try (var other = started(Doors.of("127.0.0.1", 0, null, null, "192.0.2.5", null, authorities))) {
            String home = "http://127.0.0.1:" + port(other) + "/";
            assertThat(through(home, mail, structured(certified)))
                    .as("the proxy is somebody else")
                    .isEqualTo("/log-in?terminal=none");
        }
    }

    @Test
    void holdsPersonalTokensToTerminalsToo() throws Exception {
        TestTokens tokens = server.getBean(TestTokens.class);
        Item device = device();
        InHouseAuthority.Certified certified = ours.certifyTerminal(device.number(), Instant.now());
        TestTerminals.registered(server, device, pem(certified));
        String bearer = "Bearer " + tokens.of(List.of(Permission.ESTATE), "estate:read");
        HttpResponse<String> refused = new Browser(without(), home(), "Authorization", bearer).get("api/v1/devices");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("urn:hoshimori:problem:terminal");
        assertThat(new Browser(client(certified), home(), "Authorization", bearer)
                        .get("api/v1/devices")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void asksForNoneFromTheCompanysOwnNetworksOnly() throws Exception {
        Person person = privileged();
        Doors doors = Doors.of("127.0.0.1", 0, null, null, "127.0.0.1", null, authorities);
        try (var behind = started(doors, "hoshimori.terminals.own-networks", "10.20.0.0/16, 2001:db8:20::/48")) {
            String home = "http://127.0.0.1:" + port(behind) + "/";
            assertThat(from(home, "10.20.255.1").logIn(person.mail(), Visitor.PASSWORD))
                    .isEqualTo(STEP);
            assertThat(from(home, "2001:db8:20::1").logIn(person.mail(), Visitor.PASSWORD))
                    .isEqualTo(STEP);
            for (String outside : List.of("10.21.0.1", "192.0.2.9", "2001:db8:21::1", "127.0.0.1")) {
                assertThat(from(home, outside).logIn(person.mail(), Visitor.PASSWORD))
                        .as(outside)
                        .isEqualTo("/log-in?terminal=none");
            }
            Browser forger = new Browser(
                    HttpClient.newHttpClient(),
                    home,
                    "X-Forwarded-For",
                    "10.20.0.1, 192.0.2.9",
                    "X-Forwarded-Proto",
                    "https");
            assertThat(forger.logIn(person.mail(), Visitor.PASSWORD))
                    .as("what the sender itself says of where it is")
                    .isEqualTo("/log-in?terminal=none");
        }
    }

    private static Browser from(String home, String address) {
        return new Browser(HttpClient.newHttpClient(), home, "X-Forwarded-For", address, "X-Forwarded-Proto", "https");
    }

    private static String through(String home, String mail, String header) throws Exception {
        return new Browser(
                        HttpClient.newHttpClient(),
                        home,
                        "X-Forwarded-For",
                        "192.0.2.9",
                        "X-Forwarded-Proto",
                        "https",
                        "Client-Cert",
                        header)
                .logIn(mail, Visitor.PASSWORD);
    }

    private static String structured(InHouseAuthority.Certified certified) throws Exception {
        return ":" + Base64.getEncoder().encodeToString(certified.certificate().getEncoded()) + ":";
    }

    private static String escaped(InHouseAuthority.Certified certified) throws Exception {
        return URLEncoder.encode(pem(certified), StandardCharsets.US_ASCII).replace("+", "%20");
    }
}
