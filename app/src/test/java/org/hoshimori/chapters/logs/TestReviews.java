package org.hoshimori.chapters.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A review of the logs of tests, for other rooms' tests. */
public final class TestReviews {

    private TestReviews() {}

    /** Holds one and names it ({@code {logreview}}) and one of its hits ({@code {loghit}}). */
    public static void held(ApplicationContext application, Map<String, String> ids) {
        try {
            TestLogs.imported(application.getBean(GatewayLogs.class).folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // What other tests have asked for and left.
        application
                .getBean(JdbcClient.class)
                .sql("UPDATE logs.work SET state = 'cancelled' WHERE state IN ('asked', 'running')")
                .update();
        UUID review = application
                .getBean(GatewayLogs.class)
                .reviewed(TestLogs.FIRST, TestLogs.LAST, Actor.system("test"))
                .orElseThrow();
        ids.put("{logreview}", review.toString());
        ids.put(
                "{loghit}",
                application
                        .getBean(HitTable.class)
                        .page(review, HitTable.Wish.ALL, 1, 1)
                        .getFirst()
                        .hit());
    }
}
