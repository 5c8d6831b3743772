package org.hoshimori.core.notices;

import java.util.List;
import java.util.Locale;
import org.hoshimori.core.organization.Person;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts notices into words: sentences for pages, mails for people. */
@Component
class Wordings {

    private final MessageSource messages;

    Wordings(MessageSource messages) {
        this.messages = messages;
    }

    String sentence(NoticeTable.Told notice, Locale locale) {
        Object[] arguments =
                notice.arguments().stream().map(a -> a.in(locale, messages)).toArray();
        return messages.getMessage(notice.message(), arguments, locale);
    }

    /** A mail of one notice or, as a digest, of many; each with the address of its page. */
    Letter letter(Deliveries.Delivery delivery, Person to, List<NoticeTable.Told> notices, String publicUrl) {
        Locale locale = Locale.of(to.language());
        List<String> sentences = notices.stream().map(n -> sentence(n, locale)).toList();
        String subject = delivery.digest()
                ? messages.getMessage("notices.mail.digest", new Object[] {sentences.size()}, locale)
                : sentences.getFirst();
        StringBuilder text = new StringBuilder();
        text.append(messages.getMessage(
                        "notices.mail.to", new Object[] {to.name().full()}, locale))
                .append("\n\n");
        for (int i = 0; i < notices.size(); i++) {
            text.append(delivery.digest() ? "- " : "")
                    .append(sentences.get(i))
                    .append('\n')
                    .append(delivery.digest() ? "  " : "")
                    .append(publicUrl)
                    .append(notices.get(i).address())
                    .append("\n\n");
        }
        text.append("--\n")
                .append(messages.getMessage("notices.mail.foot", null, locale))
                .append('\n')
                .append(publicUrl)
                .append("/notices/preferences\n");
        return new Letter(
                delivery.id(),
                to.mail(),
                to.name().full(),
                to.language(),
                messages.getMessage("notices.mail.subject", new Object[] {subject}, locale),
                text.toString());
    }
}
