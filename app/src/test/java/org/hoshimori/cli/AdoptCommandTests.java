package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hoshimori.ApplicationTest;
import org.hoshimori.CompleteTailoring;
import org.hoshimori.Installation;
import org.hoshimori.catalog.Lang;
import org.hoshimori.core.regulation.RegulationInForce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adopting from the server, while the application runs. */
@ApplicationTest
class AdoptCommandTests {

    @Autowired
    private RegulationInForce inForce;

    @Autowired
    private JdbcClient sql;

    @TempDir
    private Path temp;

    private Path tailoring = Path.of("");

    @BeforeEach
    void write() throws IOException {
        tailoring = Files.writeString(temp.resolve("tailoring.yaml"), CompleteTailoring.text());
    }

    @Test
    void adoptsFromALaterMinuteWhileTheApplicationRuns() throws InterruptedException {
        Ran ran = adopt("2099-04-01T09:30");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(Exit.FINE);
        assertThat(ran.out()).matches("規程の第\\d+版を採用しました。2099-04-01 09:30から施行します。\n");
        Instant then = Instant.parse("2099-04-01T00:30:00Z");
        // Another process has adopted it: known here within seconds.
        Instant patience = Instant.now().plusSeconds(5);
        while (!inForce.at(then).effectiveAt().equals(then) && Instant.now().isBefore(patience)) {
            Thread.sleep(100);
        }
        assertThat(inForce.at(then).effectiveAt()).isEqualTo(then);
        assertThat(inForce.at(then.minusMillis(1)).effectiveAt()).isBefore(then);
        assertThat(sql.sql(
                                "SELECT count(*) FROM evidence.entry WHERE actor = 'system:server' AND act = 'regulation.adopted/1'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        Ran again = adopt("2099-04-01T09:30");
        assertThat(again.code()).isEqualTo(Exit.WRONG);
        assertThat(again.err()).contains("2099-04-01T09:30には、第");
    }

    @Test
    void tellsWhatIsStillOpenAndChangesNothing() throws IOException {
        Files.writeString(tailoring, "tailoring: 1\n");
        Ran ran = adopt("2098-04-01");
        assertThat(ran.code()).isEqualTo(Exit.FINDINGS);
        assertThat(ran.out()).contains("reg_company");
        assertThat(ran.err()).contains("採用できません");
        assertThat(inForce.at(LocalDate.of(2098, 4, 2)
                                .atStartOfDay(ZoneId.of("Asia/Tokyo"))
                                .toInstant())
                        .effectiveAt())
                .isBefore(Instant.parse("2098-03-31T15:00:00Z"));
    }

    @Test
    void refusesAPastDayAndWhatIsNoDay() {
        assertThat(adopt("2020-04-01").err()).contains("2020-04-01は過去です。");
        assertThat(adopt("明日").err()).contains("施行日「明日」が読めません。");
        Ran ran = Ran.hoshimoriIn(
                Lang.EN, "regulation", "adopt", tailoring, "--effective", "2098-05-01", "--data", temp.resolve("none"));
        assertThat(ran.code()).isEqualTo(Exit.WRONG);
        assertThat(temp.resolve("none")).doesNotExist();
    }

    private Ran adopt(String effective) {
        return Ran.hoshimori(
                "regulation", "adopt", tailoring, "--effective", effective, "--data", Installation.folder());
    }
}
