package org.hoshimori.core.terminals;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** For whoever keeps accounts: that certificates of terminals come to their end, and nothing follows them. */
@Component
class TerminalsOfTheDay implements MyDay {

    private static final Duration AHEAD = Duration.ofDays(30);

    private final TerminalAuthorities authorities;
    private final TerminalTable table;
    private final Clock clock;

    TerminalsOfTheDay(TerminalAuthorities authorities, TerminalTable table, Clock clock) {
        this.authorities = authorities;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        int ending = authorities.on() && permissions.contains("accounts")
                ? table.ending(clock.instant().plus(AHEAD))
                : 0;
        return ending == 0
                ? List.of()
                : List.of(new Line(Question.DO, "day.terminals", List.of(ending), Optional.empty(), "/terminals"));
    }
}
