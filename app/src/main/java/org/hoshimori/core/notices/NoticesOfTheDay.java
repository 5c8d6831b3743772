package org.hoshimori.core.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The newest notices that somebody has not read, and, for who keeps accounts, that some can't be delivered. */
@Component
class NoticesOfTheDay implements MyDay {

    private static final int SHOWN = 5;

    private final NoticeTable notices;
    private final Deliveries deliveries;
    private final Wordings wordings;

    NoticesOfTheDay(NoticeTable notices, Deliveries deliveries, Wordings wordings) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.wordings = wordings;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        Locale locale = LocaleContextHolder.getLocale();
        List<Line> lines = new ArrayList<>();
        List<NoticeTable.Told> unread = notices.unread(person, SHOWN + 1);
        unread.stream()
                .limit(SHOWN)
                .map(n -> line(Question.CHANGED, "day.notice", wordings.sentence(n, locale), "/notices/" + n.id()))
                .forEach(lines::add);
        if (unread.size() > SHOWN) {
            lines.add(line(Question.CHANGED, "day.notices-more", "", "/notices"));
        }
        if (permissions.contains("accounts")) {
            long stuck = deliveries.stuck();
            if (stuck > 0) {
                lines.add(line(Question.DO, "day.notices-stuck", stuck, "/notices/undelivered"));
            }
        }
        return lines;
    }

    private static Line line(Question question, String message, Object argument, String address) {
        return new Line(question, message, List.of(argument), Optional.empty(), address);
    }
}
