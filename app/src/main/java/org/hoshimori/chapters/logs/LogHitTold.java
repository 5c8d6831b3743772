package org.hoshimori.chapters.logs;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A hit as the API tells it.
 *
 * @param review that tells it so
 * @param sentence in the caller's language
 * @param rows some of those behind it: columns as the archive names them
 * @param mark the last word on it, as the filter of that name has it
 * @param markedBy as the record names people, or a name where it was said on the command line
 */
record LogHitTold(
        String id,
        UUID review,
        String rule,
        String question,
        String sentence,
        Instant firstFoundAt,
        List<Map<String, String>> rows,
        String mark,
        Optional<Instant> markedAt,
        String markedBy,
        String note) {

    /** Keeps its own copy. */
    LogHitTold {
        rows = List.copyOf(rows);
    }

    static LogHitTold of(HitList.Told told, Locale locale) {
        Found found = told.found();
        Optional<Mark> mark = Optional.ofNullable(found.mark());
        return new LogHitTold(
                found.hit(),
                told.review(),
                found.rule(),
                found.question(),
                found.sentence(locale.getLanguage()),
                found.firstAt(),
                found.rows(),
                mark.map(Mark::code).orElse("none"),
                mark.map(Mark::at),
                mark.map(Mark::by).orElse(""),
                mark.map(Mark::note).orElse(""));
    }
}
