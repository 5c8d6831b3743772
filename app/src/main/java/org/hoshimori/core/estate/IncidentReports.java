package org.hoshimori.core.estate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.notices.Argument;
import org.hoshimori.core.notices.Notice;
import org.hoshimori.core.notices.Notices;
import org.hoshimori.core.posts.Seats;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands over what may be an incident to whoever takes incidents in, and tells the posts that answer for them at once. */
@Component
public class IncidentReports {

    private static final Set<String> ANSWERING = Set.of("incident-response-manager", "security-officer");

    private final ObjectProvider<IncidentIntake> intake;
    private final Seats seats;
    private final Notices notices;
    private final Clock clock;

    IncidentReports(ObjectProvider<IncidentIntake> intake, Seats seats, Notices notices, Clock clock) {
        this.intake = intake;
        this.seats = seats;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * What the posts are told.
     *
     * @param key what it is about; nobody is told twice of the same
     * @param message code of the sentence
     * @param address of the page that shows it
     * @param about the sentence's argument
     */
    public record Word(String key, String message, String address, String about) {}

    /**
     * Reports in the caller's transaction.
     *
     * @param others further posts that are told
     * @return where the incident can be followed; empty where no room takes incidents in
     */
    public Optional<String> report(IncidentIntake.Report report, Word word, String... others) {
        Optional<String> opened = Optional.ofNullable(intake.getIfAvailable()).map(i -> i.opened(report));
        Set<String> told = new HashSet<>(ANSWERING);
        told.addAll(List.of(others));
        seats.on(LocalDate.now(clock)).stream()
                .filter(t -> told.contains(t.seat().post()))
                .map(Seats.Taken::acting)
                .distinct()
                .forEach(who -> notices.tell(Notice.to(
                                who,
                                word.key() + ":" + who,
                                word.message(),
                                word.address(),
                                new Argument.Text(word.about()))
                        .atOnce()
                        .whateverPreferred()));
        return opened;
    }
}
