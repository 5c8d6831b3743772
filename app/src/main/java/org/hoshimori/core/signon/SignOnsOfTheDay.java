package org.hoshimori.core.signon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** For whoever keeps accounts: who came from the provider and waits, and posts that groups propose. */
@Component
class SignOnsOfTheDay implements MyDay {

    private static final String PLACE = "/accounts/sign-on";

    private final SignOnSettings settings;
    private final KnockTable knocks;
    private final Proposals proposals;

    SignOnsOfTheDay(SignOnSettings settings, KnockTable knocks, Proposals proposals) {
        this.settings = settings;
        this.knocks = knocks;
        this.proposals = proposals;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        List<Line> lines = new ArrayList<>();
        if (settings.on() && permissions.contains("accounts")) {
            add(lines, "day.sign-on-waiting", knocks.count());
            add(lines, "day.sign-on-proposals", proposals.open().size());
        }
        return lines;
    }

    private static void add(List<Line> lines, String message, int count) {
        if (count > 0) {
            lines.add(new Line(Question.DECIDE, message, List.of(count), Optional.empty(), PLACE));
        }
    }
}
