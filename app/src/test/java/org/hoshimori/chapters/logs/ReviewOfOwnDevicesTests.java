package org.hoshimori.chapters.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.evidence.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A review knows the devices of the company's own register. */
@ApplicationTest
class ReviewOfOwnDevicesTests {

    private static final Actor TEST = Actor.system("test");

    private final GatewayLogs logs;
    private final HitTable hits;
    private final Estate estate;
    private final JdbcClient sql;

    ReviewOfOwnDevicesTests(
            @Autowired GatewayLogs logs,
            @Autowired HitTable hits,
            @Autowired Estate estate,
            @Autowired JdbcClient sql) {
        this.logs = logs;
        this.hits = hits;
        this.estate = estate;
        this.sql = sql;
    }

    @BeforeEach
    void office() throws IOException {
        TestLogs.imported(logs.folder());
        sql.sql("UPDATE logs.work SET state = 'cancelled' WHERE state IN ('asked', 'running')")
                .update();
    }

    private List<String> unknown() {
        UUID review = logs.reviewed(TestLogs.FIRST, TestLogs.LAST, TEST).orElseThrow();
        return hits.page(review, new HitTable.Wish("", "unknown-device", ""), 10, 1).stream()
                .map(f -> f.rows().getFirst().getOrDefault("src_endpoint_mac", ""))
                .toList();
    }

    private static Item done(Estate.Outcome outcome) {
        return ((Estate.Outcome.Done) outcome).item();
    }

    @Test
    void findsADeviceUntilItIsEnteredIntoTheRegister() {
        assertThat(unknown()).containsExactly("de:ad:be:ef:00:77");
        Item entered = done(estate.register(
                new Item(
                        new ItemId(UUID.randomUUID()),
                        Noun.DEVICE,
                        UUID.randomUUID().toString(),
                        "game",
                        "other",
                        null,
                        null,
                        0,
                        Item.State.IN_USE,
                        "展示用\nMACアドレス：DE-AD-BE-EF-00-77",
                        0),
                TEST));
        List<String> known = unknown();
        estate.change(entered.in(Item.State.RETIRED), TEST);
        assertThat(known).isEmpty();
        assertThat(unknown()).as("it is retired").containsExactly("de:ad:be:ef:00:77");
    }
}
