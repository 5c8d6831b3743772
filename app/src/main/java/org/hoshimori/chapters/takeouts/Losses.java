package org.hoshimori.chapters.takeouts;

import java.time.Clock;
import org.hoshimori.core.estate.IncidentIntake;
import org.hoshimori.core.estate.IncidentReports;
import org.hoshimori.core.evidence.Actor;
import org.springframework.stereotype.Component;

/** Reports what was lost as an incident. */
@Component
class Losses {

    private final IncidentReports incidents;
    private final Clock clock;

    Losses(IncidentReports incidents, Clock clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    void report(TakeOut lost, Actor by) {
        incidents.report(
                new IncidentIntake.Report(
                        lost.id().subject(),
                        lost.carried().stream().map(TakeOut.Carried::subject).toList(),
                        lost.lost().map(TakeOut.Signature::condition).orElse(""),
                        lost.level(),
                        clock.instant(),
                        by),
                new IncidentReports.Word(
                        "take-out-lost:" + lost.id(),
                        "take-out.notice.lost",
                        "/take-outs/" + lost.id(),
                        lost.destination()));
    }
}
