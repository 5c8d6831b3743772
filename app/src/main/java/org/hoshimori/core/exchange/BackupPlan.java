package org.hoshimori.core.exchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.hoshimori.core.storage.StorageRefused;

/**
 * When the running server makes a backup by itself, and how many it keeps.
 *
 * @param rhythm zero for never
 * @param at the time of day that the rhythm counts from
 * @param keep at least 1
 */
public record BackupPlan(Duration rhythm, LocalTime at, int keep) {

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(31);

    /** Reads the settings: {@code P1D}, {@code PT6H} … or {@code off}; {@code 02:30}; {@code 7}. */
    public static BackupPlan of(String rhythm, String at, int keep) {
        if (keep < 1) {
            throw new StorageRefused("backup-keep", Integer.toString(keep));
        }
        try {
            return new BackupPlan(duration(rhythm), LocalTime.parse(at), keep);
        } catch (DateTimeException e) {
            throw new StorageRefused("backup-plan", rhythm, at);
        }
    }

    private static Duration duration(String rhythm) {
        if (rhythm.equals("off")) {
            return Duration.ZERO;
        }
        Duration duration = Duration.parse(rhythm);
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new DateTimeException(rhythm);
        }
        return duration;
    }

    /** Whether there is a plan at all. */
    public boolean on() {
        return !rhythm.isZero();
    }

    /** The last planned instant that is not after now. */
    Instant slot(Instant now, ZoneId zone) {
        Instant anchor = LocalDate.of(2000, 1, 1).atTime(at).atZone(zone).toInstant();
        long rounds = Math.floorDiv(Duration.between(anchor, now).toSeconds(), rhythm.toSeconds());
        return anchor.plus(rhythm.multipliedBy(rounds));
    }

    /** Whether a backup is due when the last one, of whatever outcome, was begun then. */
    boolean due(Instant lastBegun, Instant now, ZoneId zone) {
        return on() && lastBegun.isBefore(slot(now, zone));
    }

    /** Whether the newest backup is older than two rounds, or there is none although two rounds have passed. */
    boolean overdue(Optional<Instant> lastMade, Instant since, Instant now) {
        return on() && lastMade.orElse(since).plus(rhythm.multipliedBy(2)).isBefore(now);
    }
}
