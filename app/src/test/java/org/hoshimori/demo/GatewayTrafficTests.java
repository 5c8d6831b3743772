package org.hoshimori.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Gaps;
import org.hoshimori.logarchive.Importing;
import org.hoshimori.logarchive.Reviewing;
import org.hoshimori.logarchive.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTrafficTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);

    @TempDir
    Path folder;

    @Test
    void hasWhatAReviewerLooksForAndLittleElse() throws IOException {
        Archive archive = Archive.create(folder.resolve("logs"));
        Path registers = folder.resolve("logs/registers");
        GatewayTraffic.registers(registers);
        Importing.run(
                archive,
                Importing.Options.standard(),
                new GatewayTraffic(FIRST, FIRST.plusMonths(1)).written(folder),
                outcome -> assertThat(outcome.aside()).isEmpty());
        assertThat(Statistics.of(archive).rows()).isBetween(3_000L, 8_000L);
        assertThat(Gaps.of(archive, Duration.ofHours(6)))
                .containsExactly(new Gaps.Gap(
                        "zeek", Instant.parse("2026-06-25T03:00:00Z"), Instant.parse("2026-06-25T11:00:00Z")));
        Reviewing.Result result = Reviewing.of(
                archive,
                new Reviewing.Options(
                        null, registers, FIRST, FIRST.plusDays(29), ZoneId.of("Asia/Tokyo"), Map.of(), 0));
        assertThat(result.rules().stream().filter(a -> !a.hits().isEmpty()))
                .extracting(Reviewing.Answer::rule, a -> a.hits().size())
                .containsExactlyInAnyOrder(
                        tuple("unknown-device", 1),
                        tuple("indicator-address", 1),
                        tuple("beaconing", 1),
                        tuple("clear-text-login", 1),
                        tuple("zone-flow", 1));
    }
}
