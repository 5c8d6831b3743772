package org.hoshimori.chapters.logs;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Gaps;
import org.hoshimori.logarchive.Statistics;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where logs come from and when each source spoke last, for checks. */
@Repository
class Sources {

    private final JdbcClient sql;
    private final Clock clock;

    Sources(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Looks at the manifest, which costs no more than reading it. */
    @Transactional
    public void look(Archive archive) throws IOException {
        List<Statistics.Source> sources = Statistics.of(archive).sources();
        Map<String, Gaps.Gap> newest = new HashMap<>();
        Gaps.of(archive, LogArchive.SILENCE).forEach(g -> newest.put(g.source(), g));
        sql.sql("DELETE FROM logs.source WHERE name <> ALL (:names)")
                .param("names", sources.stream().map(Statistics.Source::name).toArray(String[]::new))
                .update();
        for (Statistics.Source source : sources) {
            Optional<Gaps.Gap> gap = Optional.ofNullable(newest.get(source.name()));
            sql.sql("""
                    INSERT INTO logs.source (name, rows, first_at, last_at, gap_from, gap_until, looked_at)
                    VALUES (:name, :rows, :first, :last, :from, :until, :now)
                    ON CONFLICT (name) DO UPDATE SET rows = excluded.rows, first_at = excluded.first_at, last_at = excluded.last_at,
                      gap_from = excluded.gap_from, gap_until = excluded.gap_until, looked_at = excluded.looked_at""")
                    .param("name", source.name())
                    .param("rows", source.rows())
                    .param("first", time(source.first()))
                    .param("last", time(source.last()))
                    .param("from", time(gap.map(Gaps.Gap::from).orElse(null)))
                    .param("until", time(gap.map(Gaps.Gap::until).orElse(null)))
                    .param("now", WorkTable.time(clock.instant()))
                    .update();
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : WorkTable.time(instant);
    }
}
