package org.hoshimori.core.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.organization.PeopleRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class ChannelRouteTests {

    @Autowired
    private Notices notices;

    @Autowired
    private NoticeTable table;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Wordings wordings;

    @Autowired
    private PeopleRegister people;

    @Autowired
    private JdbcClient sql;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        sql.sql("UPDATE notices.delivery SET state = 'withdrawn' WHERE state IN ('waiting', 'undeliverable')")
                .update();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void postsWhatSlackAndMattermostTake() {
        String key = UUID.randomUUID().toString();
        assertThat(notices.announce(key, "day.notice", "/duties/1", new Argument.Text("期限切れ <3件> & \"至急\"")))
                .isTrue();
        assertThat(notices.announce(key, "day.notice", "/duties/1")).isFalse();
        deliver();
        deliver();
        assertThat(received)
                .containsExactly("application/json; charset=utf-8 {\"text\":\"期限切れ &lt;3件&gt; &amp; \\\"至急\\\""
                        + "\\nhttps://hoshi.example/duties/1\"}");
    }

    @Test
    void triesAgainWhatPassesAndShowsWhatDoesNot() {
        announced();
        answer = 503;
        deliver();
        assertThat(deliveries.stuck()).isZero();
        assertThat(sql.sql("SELECT count(*) FROM notices.delivery WHERE state = 'waiting' AND failure = 'HTTP 503'")
                        .query(Long.class)
                        .single())
                .isOne();
        announced();
        answer = 404;
        deliver();
        assertThat(deliveries.stuck(1))
                .singleElement()
                .satisfies(d -> assertThat(d.failure()).isEqualTo("HTTP 404"));
        announced();
        answer = 302;
        deliver();
        assertThat(deliveries.stuck()).as("no redirection is followed").isEqualTo(2);
    }

    @Test
    void givesTeamsACard() {
        try (ChannelRoute teams = new ChannelRoute(URI.create("https://hoshi.webhook.office.com/x"))) {
            assertThat(teams.body("期限切れ <3件>", "https://hoshi.example/duties/1"))
                    .contains("application/vnd.microsoft.card.adaptive", "\"text\":\"期限切れ <3件>\"", "Action.OpenUrl");
        }
        try (ChannelRoute other = new ChannelRoute(URI.create("https://office.com.example/x"))) {
            assertThat(other.body("x", "y")).isEqualTo("{\"text\":\"x\\ny\"}");
        }
    }

    private void announced() {
        notices.announce(UUID.randomUUID().toString(), "day.notice", "/duties/1", new Argument.Text("x"));
    }

    private void deliver() {
        new Delivering(
                        table,
                        deliveries,
                        people,
                        wordings,
                        new NoticeSettings(
                                "https://hoshi.example",
                                Optional.empty(),
                                Optional.of(URI.create("http://127.0.0.1:"
                                        + server.getAddress().getPort() + "/hooks/1")),
                                LocalTime.of(8, 30)),
                        Clock.systemUTC())
                .all();
    }
}
