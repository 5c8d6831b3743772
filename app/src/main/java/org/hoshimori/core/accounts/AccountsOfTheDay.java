package org.hoshimori.core.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** Forgotten passwords for who may issue links, and one's own password where the regulation has it changed soon. */
@Component
class AccountsOfTheDay implements MyDay {

    private static final int SOON = 14;

    private final ResetRequests requests;
    private final Accounts accounts;
    private final Clock clock;

    AccountsOfTheDay(ResetRequests requests, Accounts accounts, Clock clock) {
        this.requests = requests;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        List<Line> lines = new ArrayList<>();
        if (permissions.contains("accounts")) {
            requests.open().stream()
                    .map(r -> new Line(
                            Question.DECIDE,
                            "day.forgotten",
                            List.of(r.holder().name()),
                            Optional.empty(),
                            "/accounts/" + r.holder().id()))
                    .forEach(lines::add);
        }
        accounts.passwordSince(person)
                .flatMap(accounts.rule(person)::changeBy)
                .map(end -> LocalDate.ofInstant(end, clock.getZone()))
                .filter(end -> end.isBefore(today.plusDays(SOON)))
                .map(end ->
                        new Line(Question.DO, "day.change-password", List.of(), Optional.of(end), "/account/password"))
                .ifPresent(lines::add);
        return lines;
    }
}
