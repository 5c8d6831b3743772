package org.hoshimori.core.estate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.organization.MyDay;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What nobody who works here answers for, for whoever keeps the registers. */
@Component
class EstateOfTheDay implements MyDay {

    private final ItemList list;
    private final MessageSource messages;

    EstateOfTheDay(ItemList list, MessageSource messages) {
        this.list = list;
        this.messages = messages;
    }

    @Override
    public List<Line> lines(PersonId person, Set<String> permissions, LocalDate today) {
        if (!permissions.contains("estate")) {
            return List.of();
        }
        Locale locale = LocaleContextHolder.getLocale();
        return list.ownerless(today).entrySet().stream()
                .map(e -> new Line(
                        Question.DO,
                        "day.ownerless",
                        List.of(messages.getMessage("frame.menu." + e.getKey().path(), null, locale), e.getValue()),
                        Optional.empty(),
                        "/" + e.getKey().path() + "?owner=none"))
                .toList();
    }
}
