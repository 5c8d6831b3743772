package org.hoshimori.core.estate;

import java.time.Instant;
import java.util.List;
import org.hoshimori.core.evidence.Actor;

/**
 * Takes in what may be an incident, wherever somebody meets it. The chapter of incidents implements it; a room that finds nobody
 * to take it in tells the post that answers for incidents itself.
 */
public interface IncidentIntake {

    /**
     * What somebody reports.
     *
     * @param about what it happened to, as evidence names it: {@code take-out:…}
     * @param concerned what else is concerned: assets, devices
     * @param story in the words of whoever reports
     * @param level the highest confidentiality that is concerned, 1 to 3
     */
    record Report(String about, List<String> concerned, String story, int level, Instant at, Actor by) {

        /** Keeps its own copy. */
        public Report {
            concerned = List.copyOf(concerned);
        }
    }

    /** Opens it, in the transaction in which it is reported; where it can be followed. */
    String opened(Report report);
}
