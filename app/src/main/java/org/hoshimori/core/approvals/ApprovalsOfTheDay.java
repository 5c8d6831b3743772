package org.hoshimori.core.approvals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What somebody is to decide today. */
@Component
class ApprovalsOfTheDay implements MyDay {

    private static final int NAMED = 5;

    private final RequestList list;
    private final Requests requests;
    private final SeatingToday seating;
    private final ApprovalSheet sheets;

    ApprovalsOfTheDay(RequestList list, Requests requests, SeatingToday seating, ApprovalSheet sheets) {
        this.list = list;
        this.requests = requests;
        this.seating = seating;
        this.sheets = sheets;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        Locale locale = LocaleContextHolder.getLocale();
        Seating seats = seating.read();
        RequestList.Page waiting = list.toDecide(person, seats, 1);
        if (waiting.total() == 0) {
            return List.of();
        }
        if (waiting.total() > NAMED) {
            return List.of(new Line(
                    Question.DECIDE, "day.approvals", List.of(waiting.total()), Optional.empty(), "/approvals"));
        }
        return sheets.lines(requests.find(waiting.ids()), seats, locale).stream()
                .map(s -> new Line(
                        Question.DECIDE,
                        "day.approval",
                        List.of(s.title(), s.requestedBy()),
                        s.expiresOn(),
                        "/approvals/" + s.id()))
                .toList();
    }
}
