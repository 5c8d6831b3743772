package org.hoshimori.chapters.logs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Lang;
import org.hoshimori.documents.Report;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.Progress;
import org.hoshimori.logarchive.Reviewing;
import org.hoshimori.logarchive.Verification;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The report of a review: what came in, what was found and said of it, how the archive stands. */
public final class LogReport {

    private LogReport() {}

    /**
     * What to report on, where nobody has reviewed it yet.
     *
     * @param company its name, or empty
     * @param registers a folder of registers, or null
     * @param rules a folder of rules in the place of the shipped ones, or null
     * @param zone of the times in it
     */
    public record Wish(
            YearMonth month,
            String company,
            Period retention,
            @Nullable Path registers,
            @Nullable Path rules,
            ZoneId zone,
            Instant now) {}

    /** Verifies the archive, reviews the month (which the manifest notes) and reports both. */
    public static Report of(Archive archive, Wish wish, MessageSource words, Lang lang) throws IOException {
        LocalDate from = wish.month().atDay(1);
        LocalDate until = wish.month().atEndOfMonth();
        Reviewing.Result result = Reviewing.of(
                archive, new Reviewing.Options(wish.rules(), wish.registers(), from, until, wish.zone(), Map.of(), 0));
        List<Found> found = HoldingReviews.found(result, wish.now());
        UUID id = new UUID(0, 0);
        ReportFigures figures = new ReportFigures(
                wish.company(),
                wish.now(),
                wish.zone(),
                wish.retention(),
                ReportFigures.Kept.of(archive, from, until, wish.retention(), wish.now()),
                new Review(
                        id,
                        wish.now(),
                        from,
                        until,
                        result.rows(),
                        found.size(),
                        HoldingReviews.answers(result),
                        null,
                        "",
                        ""),
                found,
                Verified.of(id, wish.now(), Verification.watched(archive, LogArchive.SILENCE, "", Progress.UNSEEN)),
                found.stream()
                        .map(Found::mark)
                        .filter(java.util.Objects::nonNull)
                        .collect(Collectors.toMap(Mark::by, Mark::by, (a, b) -> a)));
        return new ReportText(figures, words, lang).report();
    }
}
