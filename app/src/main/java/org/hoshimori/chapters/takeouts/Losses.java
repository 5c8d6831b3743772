package org.hoshimori.chapters.takeouts;

import java.time.Clock;
import java.time.LocalDate;
import org.hoshimori.core.estate.IncidentIntake;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.notices.Argument;
import org.hoshimori.core.notices.Notice;
import org.hoshimori.core.notices.Notices;
import org.hoshimori.core.organization.Seats;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands over what was lost to whoever takes incidents in; where no room does, the post that answers for them is told at once. */
@Component
class Losses {

    private static final String RESPONSE = "incident-response-manager";
    private static final String OFFICER = "security-officer";

    private final ObjectProvider<IncidentIntake> intake;
    private final Seats seats;
    private final Notices notices;
    private final Clock clock;

    Losses(ObjectProvider<IncidentIntake> intake, Seats seats, Notices notices, Clock clock) {
        this.intake = intake;
        this.seats = seats;
        this.notices = notices;
        this.clock = clock;
    }

    void report(TakeOut lost, Actor by) {
        String story = lost.lost().map(TakeOut.Signature::condition).orElse("");
        intake.ifAvailable(i -> i.opened(new IncidentIntake.Report(
                lost.id().subject(),
                lost.carried().stream().map(TakeOut.Carried::subject).toList(),
                story,
                lost.level(),
                clock.instant(),
                by)));
        seats.on(LocalDate.now(clock)).stream()
                .filter(t -> t.seat().post().equals(RESPONSE) || t.seat().post().equals(OFFICER))
                .map(Seats.Taken::acting)
                .distinct()
                .forEach(who -> notices.tell(Notice.to(
                                who,
                                "take-out-lost:" + lost.id() + ":" + who,
                                "take-out.notice.lost",
                                "/take-outs/" + lost.id(),
                                new Argument.Text(lost.destination()))
                        .atOnce()
                        .whateverPreferred()));
    }
}
