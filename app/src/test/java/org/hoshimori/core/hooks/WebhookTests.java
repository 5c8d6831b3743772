package org.hoshimori.core.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.checks.SubjectsChecked;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApplicationTest
class WebhookTests {

    private static final Actor TEST = Actor.system("test");

    private final Webhooks webhooks;
    private final WebhookTable table;
    private final Outbox outbox;
    private final Signing signing;
    private final PeopleRegister people;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient sql;
    private final Clock clock;

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private volatile int answer = 204;

    WebhookTests(
            @Autowired Webhooks webhooks,
            @Autowired WebhookTable table,
            @Autowired Outbox outbox,
            @Autowired Signing signing,
            @Autowired PeopleRegister people,
            @Autowired ApplicationEventPublisher events,
            @Autowired TransactionTemplate transaction,
            @Autowired JdbcClient sql,
            @Autowired Clock clock)
            throws IOException {
        this.webhooks = webhooks;
        this.table = table;
        this.outbox = outbox;
        this.signing = signing;
        this.people = people;
        this.events = events;
        this.transaction = transaction;
        this.sql = sql;
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    private record Received(String body, String signature, String timestamp, String delivery) {}

    @BeforeEach
    void listen() {
        sql.sql("DELETE FROM hooks.delivery").update();
        table.open().forEach(w -> webhooks.end(w, TEST));
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        table.open().forEach(w -> webhooks.end(w, TEST));
    }

    private void take(HttpExchange exchange) throws IOException {
        received.add(new Received(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRequestHeaders().getFirst("Hoshimori-Signature"),
                exchange.getRequestHeaders().getFirst("Hoshimori-Timestamp"),
                exchange.getRequestHeaders().getFirst("Hoshimori-Delivery")));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private Webhook made(String... acts) {
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/hook");
        return webhooks.make("試験", address, List.of(acts), TEST);
    }

    private void tell(Set<String> allowed) {
        try (Posting posting = new Posting(table, outbox, signing, new Reachable(allowed), clock)) {
            posting.all();
        }
    }

    @Test
    void isToldSignedAndInNoWords() {
        Webhook webhook = made("person.joined");
        Person person = TestPeople.entered(people, "極秘", "太郎");
        tell(Set.of("localhost"));
        assertThat(received).hasSize(1);
        Received told = received.remove();
        JsonNode body = JsonMapper.shared().readTree(told.body());
        assertThat(body.get("act").asString()).isEqualTo("person.joined/1");
        assertThat(body.get("subject").asString()).isEqualTo("person:" + person.id());
        assertThat(body.get("id").asString()).isEqualTo(told.delivery());
        assertThat(told.body()).doesNotContain("極秘").doesNotContain(person.mail());
        assertThat(told.signature())
                .isEqualTo(
                        Signing.signature(signing.secret(webhook.id()), Long.parseLong(told.timestamp()), told.body()))
                .isNotEqualTo(Signing.signature(
                        signing.secret(UUID.randomUUID()), Long.parseLong(told.timestamp()), told.body()));
        tell(Set.of("localhost"));
        assertThat(received).isEmpty();
    }

    @Test
    void isToldOnlyOfWhatItWants() {
        made("regulation.adopted", "asset.");
        TestPeople.entered(people, "無関係", "太郎");
        tell(Set.of("localhost"));
        assertThat(received).isEmpty();
    }

    @Test
    void isNotToldWhatWasRolledBack() {
        made("person.joined");
        transaction.executeWithoutResult(status -> {
            TestPeople.entered(people, "取消", "太郎");
            status.setRollbackOnly();
        });
        tell(Set.of("localhost"));
        assertThat(received).isEmpty();
    }

    @Test
    void isToldAgainUntilItTakes() {
        made("person.joined");
        TestPeople.entered(people, "再送", "太郎");
        answer = 503;
        tell(Set.of("localhost"));
        tell(Set.of("localhost"));
        assertThat(received).hasSize(1);
        assertThat(sql.sql("SELECT failure FROM hooks.delivery")
                        .query(String.class)
                        .single())
                .isEqualTo("HTTP 503");
        sql.sql("UPDATE hooks.delivery SET next_at = now() - interval '1 second'")
                .update();
        answer = 200;
        tell(Set.of("localhost"));
        assertThat(received).hasSize(2);
        assertThat(received.remove().delivery()).isEqualTo(received.remove().delivery());
        assertThat(sql.sql("SELECT state FROM hooks.delivery")
                        .query(String.class)
                        .single())
                .isEqualTo("sent");
    }

    @Test
    void isGivenUpAfterThreeDays() {
        made("person.joined");
        TestPeople.entered(people, "断念", "太郎");
        answer = 500;
        sql.sql("UPDATE hooks.delivery SET told_at = now() - interval '4 days'").update();
        tell(Set.of("localhost"));
        assertThat(sql.sql("SELECT state FROM hooks.delivery")
                        .query(String.class)
                        .single())
                .isEqualTo("undeliverable");
        assertThat(Posting.pause(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Posting.pause(20)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void doesNotFollowRedirections() {
        made("person.joined");
        TestPeople.entered(people, "転送", "太郎");
        answer = 302;
        tell(Set.of("localhost"));
        assertThat(received).hasSize(1);
        assertThat(sql.sql("SELECT failure FROM hooks.delivery")
                        .query(String.class)
                        .single())
                .isEqualTo("HTTP 302");
    }

    @Test
    void isNeverToldWhereNobodyAllowedIt() {
        made("person.joined");
        TestPeople.entered(people, "内部", "太郎");
        tell(Set.of());
        assertThat(received).isEmpty();
        assertThat(sql.sql("SELECT failure FROM hooks.delivery")
                        .query(String.class)
                        .single())
                .contains("not one that may be told");
    }

    @Test
    void isToldOnceOfAFindingThatARunOpensTwice() {
        made("finding.opened");
        sql.sql("SELECT id FROM facts.check_definition ORDER BY id LIMIT 1")
                .query(Integer.class)
                .optional()
                .ifPresent(check -> {
                    transaction.executeWithoutResult(_ -> events.publishEvent(new SubjectsChecked(check, List.of())));
                    long first = waiting();
                    transaction.executeWithoutResult(_ -> events.publishEvent(new SubjectsChecked(check, List.of())));
                    assertThat(waiting()).isEqualTo(first);
                });
    }

    private long waiting() {
        return sql.sql("SELECT count(*) FROM hooks.delivery").query(Long.class).single();
    }

    @Test
    void isToldNothingMoreOnceItIsEnded() {
        Webhook webhook = made("person.joined");
        TestPeople.entered(people, "終了", "太郎");
        webhooks.end(webhook, TEST);
        tell(Set.of("localhost"));
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "192.0.0.1",
                "198.18.0.1",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::"
            })
    void standsOutsideOurNetwork(String inside) throws IOException {
        assertThat(Reachable.outside(InetAddress.getByName(inside))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2600::1", "2001:db8::1"})
    void mayStandInThePublicOne(String outside) throws IOException {
        assertThat(Reachable.outside(InetAddress.getByName(outside))).isTrue();
    }

    @Test
    void hasAnAddressThatIsNoTrick() {
        for (String bad : List.of(
                "",
                "ftp://example.com/",
                "https:///path",
                "file:///etc/passwd",
                "https://user:pw@example.com/",
                "https://example.com/#x",
                "javascript:alert(1)",
                "https://exa mple.com/",
                "gopher://a/")) {
            assertThat(Reachable.read(bad)).as(bad).isEmpty();
        }
        Reachable nobody = new Reachable(Set.of());
        for (String bad : List.of(
                "http://203.0.113.7/",
                "https://127.1/",
                "https://2130706433/",
                "https://[::1]/",
                "https://localhost/",
                "https://0x7f000001/",
                "https://169.254.169.254/latest/meta-data/")) {
            assertThat(Reachable.read(bad).filter(nobody::may)).as(bad).isEmpty();
        }
        assertThat(Reachable.read("https://203.0.113.7/hook").filter(nobody::may))
                .isPresent();
    }
}
