package org.hoshimori.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.CompleteTailoring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Journeys.class)
class TwoNodesJourney {

    private static final int WRITERS = 8;
    private static final int SECONDS_TO_KNOW = 5;
    private static final Pattern SESSION = Pattern.compile("\"name\":\"__Host-hoshimori\",\"value\":\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void oneOfTwoServersDiesAmidRequestsAndNothingAcknowledgedIsLost(Journey journey)
            throws IOException, InterruptedException {
        try (Nodes nodes = new Nodes()) {
            Served first = nodes.starts(0);
            Visitor officer = journey.visitor("officer", nodes.address());
            Journey.ADMINISTRATOR.enters(officer.opens(first.firstLink()));
            Journey.ADMINISTRATOR.enrols(officer);
            officer.follows("控えたので進む");
            Path keys = nodes.own("keys").resolve("keys.json");
            Served.runs("backup", "--data", first.data(), "--keys-to", keys);
            nodes.starts(1, "--keys", keys.toString());

            String session = session(officer);
            assertThat(whoAnswers(nodes, session))
                    .as("nodes that know the session")
                    .hasSize(2);
            knowsOnBothWhatIsAdoptedOnOne(nodes, officer, session);
            makesOneBackupThatBothHandOut(nodes, officer, session);
            Queue<String> acknowledged = killsOneWhileOthersWrite(nodes, first, session);

            officer.opens("/people").sees(Journey.ADMINISTRATOR.name());
            for (String number : acknowledged) {
                assertThat(get(nodes.address() + "/people?q=" + number, session).body())
                        .as("acknowledged")
                        .contains(">" + number + "<");
            }
            nodes.starts(0);
            assertThat(get(nodes.address(0) + "/people", session).statusCode()).isEqualTo(200);
            officer.opens("/record").presses("証跡を検証する").sees("異常はありません。");
        }
    }

    /** Both nodes show what one of them has adopted, without a restart, in the time that is promised. */
    private void knowsOnBothWhatIsAdoptedOnOne(Nodes nodes, Visitor officer, String session)
            throws IOException, InterruptedException {
        officer.opens("/regulation")
                .hands("テーラリング", "tailoring.yaml", CompleteTailoring.text())
                .presses("採用する")
                .sees("第1版");
        long adopted = System.nanoTime();
        for (int node = 0; node < 2; node++) {
            String place = "";
            while (!place.startsWith("/regulation/1/")) {
                assertThat(Duration.ofNanos(System.nanoTime() - adopted))
                        .as("since it was adopted, on node %d", node)
                        .isLessThan(Duration.ofSeconds(SECONDS_TO_KNOW));
                place = get(nodes.address(node) + "/regulation/read", session)
                        .headers()
                        .firstValue("Location")
                        .orElse("");
            }
        }
    }

    private void makesOneBackupThatBothHandOut(Nodes nodes, Visitor officer, String session)
            throws IOException, InterruptedException {
        officer.opens("/backups").presses("今すぐ作る");
        Pattern file = Pattern.compile("href=\"(/backups/[0-9a-f-]{36}/file)\"");
        Matcher link = file.matcher("");
        for (int i = 0;
                i < 200
                        && !link.reset(get(nodes.address() + "/backups", session)
                                        .body())
                                .find();
                i++) {
            Thread.sleep(100);
        }
        for (int node = 0; node < 2; node++) {
            assertThat(get(nodes.address(node) + link.group(1), session).statusCode())
                    .as("backup from node %d", node)
                    .isEqualTo(200);
        }
    }

    /** Numbers of the people whose entering was acknowledged, before one node was killed, while it was, and after. */
    private Queue<String> killsOneWhileOthersWrite(Nodes nodes, Served victim, String session)
            throws IOException, InterruptedException {
        Matcher token =
                TOKEN.matcher(get(nodes.address() + "/people/new", session).body());
        assertThat(token.find()).isTrue();
        String csrf = token.group(1);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        AtomicBoolean enough = new AtomicBoolean();
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String prefix = "n" + writer + "-";
            writers.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; !enough.get(); i++) {
                    if (enters(nodes.address(), session, csrf, prefix + i)) {
                        acknowledged.add(prefix + i);
                    }
                }
            }));
        }
        Thread.sleep(1_000);
        int before = acknowledged.size();
        victim.killed();
        int then = acknowledged.size();
        Thread.sleep(1_500);
        enough.set(true);
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(before).as("acknowledged by two").isPositive();
        assertThat(acknowledged.size())
                .as("acknowledged by the one that is left")
                .isGreaterThan(then);
        return acknowledged;
    }

    private boolean enters(String address, String session, String csrf, String number) {
        String form = "_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8) + "&staffNumber=" + number
                + "&family=%E6%9B%B8%E6%89%8B&mail=" + number
                + "@example.jp&employment=EMPLOYEE&language=ja&joinedOn=2026-04-01&version=0";
        HttpRequest request = request(address + "/people", session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 302
                    && answer.headers().firstValue("Location").orElse("").contains("/people/");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Set<String> whoAnswers(Nodes nodes, String session) throws IOException, InterruptedException {
        Set<String> who = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            HttpResponse<String> answer = get(nodes.address() + "/people", session);
            if (answer.statusCode() == 200) {
                who.add(answer.headers().firstValue("X-Node").orElse(""));
            }
        }
        return who;
    }

    private HttpResponse<String> get(String address, String session) throws IOException, InterruptedException {
        return http.send(request(address, session).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String address, String session) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(10))
                .header("Cookie", "__Host-hoshimori=" + session + "; __Host-lang=ja");
    }

    private static String session(Visitor visitor) {
        Matcher session = SESSION.matcher(visitor.cookies());
        assertThat(session.find()).as("a session").isTrue();
        return session.group(1);
    }
}
