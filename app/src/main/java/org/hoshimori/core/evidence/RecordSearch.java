package org.hoshimori.core.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The record for who may read it elsewhere than on its pages: by actor, subject, act, clause and time, the newest first. */
@Component
public class RecordSearch {

    /** How many entries are told at once. */
    public static final int PAGE = RecordList.PAGE;

    private final RecordList list;
    private final Names names;
    private final Clock clock;

    RecordSearch(RecordList list, Names names, Clock clock) {
        this.list = list;
        this.names = names;
        this.clock = clock;
    }

    /**
     * An entry.
     *
     * @param detail canonical JSON; none where it was removed
     */
    public record Found(
            long sequence,
            Instant time,
            String actor,
            String act,
            String subject,
            Optional<String> clause,
            Optional<String> revision,
            Optional<String> detail) {}

    /**
     * Entries before one.
     *
     * @param about an id or words of a name, as actor or subject; empty for all
     * @param act the beginning of an act's name; empty for all
     * @param clause a clause with its parts; empty for all
     * @param before a sequence; 0 for the newest
     */
    public List<Found> page(
            String about, String act, String clause, Optional<LocalDate> from, Optional<LocalDate> to, long before) {
        return list
                .page(
                        new RecordList.Wish(about, act, clause, from, to, before),
                        about.isEmpty() ? Set.of() : names.meant(about),
                        clock.getZone())
                .stream()
                .map(RecordSearch::found)
                .toList();
    }

    /** One entry. */
    public Optional<Found> find(long sequence) {
        return list
                .page(
                        new RecordList.Wish("", "", "", Optional.empty(), Optional.empty(), sequence + 1),
                        Set.of(),
                        clock.getZone())
                .stream()
                .filter(r -> r.sequence() == sequence)
                .findFirst()
                .map(RecordSearch::found);
    }

    private static Found found(RecordList.Row row) {
        return new Found(
                row.sequence(),
                row.time().toInstant(),
                row.actor(),
                row.act(),
                row.subject(),
                Optional.ofNullable(row.clause()),
                Optional.ofNullable(row.revision()),
                Optional.ofNullable(row.detail()));
    }
}
