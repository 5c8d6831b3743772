package org.hoshimori.core.regulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.core.evidence.RevisionInForce;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Tailoring;
import org.springframework.stereotype.Service;

/**
 * The regulation in force at an instant. What another node adopts is known here within {@value #SECONDS} seconds; what is adopted
 * here, at once.
 */
@Service
public class RegulationInForce implements RevisionInForce {

    private static final int SECONDS = 2;
    private static final Duration FRESH = Duration.ofSeconds(SECONDS);

    private final Revisions revisions;
    private final Clock clock;
    private final Map<Integer, Revision> read = new ConcurrentHashMap<>();
    private volatile Known known = new Known(List.of(), Instant.EPOCH);

    RegulationInForce(Revisions revisions, Clock clock) {
        this.revisions = revisions;
        this.clock = clock;
    }

    private record Known(List<Revisions.Start> starts, Instant asOf) {}

    /** The revision in force now. */
    public Revision now() {
        return at(clock.instant());
    }

    /** The revision that holds at this instant; the sample where none does yet. */
    public Revision at(Instant instant) {
        int number = 0;
        for (Revisions.Start start : starts()) {
            if (!start.effectiveAt().isAfter(instant)) {
                number = start.number();
            }
        }
        return number(number);
    }

    /** The next revision to take effect, if one is adopted. */
    public Optional<Revision> next() {
        Instant now = clock.instant();
        return starts().stream()
                .filter(s -> s.effectiveAt().isAfter(now))
                .findFirst()
                .map(s -> number(s.number()));
    }

    /** The adopted revision that takes effect last, in force already or in times to come; the sample where none is adopted. */
    public Revision latest() {
        List<Revisions.Start> starts = starts();
        return number(starts.isEmpty() ? 0 : starts.getLast().number());
    }

    /** A revision by its number, 0 for the sample. */
    public Revision number(int number) {
        return read.computeIfAbsent(number, n -> n == 0 ? sample() : revisions.read(n));
    }

    @Override
    public String revisionAt(Instant instant) {
        return at(instant).id();
    }

    List<Revisions.Start> starts() {
        Known last = known;
        Instant now = clock.instant();
        // Also where the clock was set back.
        if (Duration.between(last.asOf(), now).abs().compareTo(FRESH) > 0) {
            last = new Known(revisions.starts(), now);
            known = last;
        }
        return last.starts();
    }

    void forget() {
        known = new Known(List.of(), Instant.EPOCH);
    }

    private static Revision sample() {
        return new Revision(0, Instant.EPOCH, "", Regulation.resolve(CatalogJson.shipped(), Tailoring.none()));
    }
}
