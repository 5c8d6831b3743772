package org.hoshimori.core.duties;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What kinds of duties are called; one that is defined no more, by its code. */
@Component
class DutyTitles {

    private final MessageSource messages;

    DutyTitles(MessageSource messages) {
        this.messages = messages;
    }

    String of(String kind, Locale locale) {
        return String.valueOf(messages.getMessage(DutyKind.title(kind), null, kind, locale));
    }
}
