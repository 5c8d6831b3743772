package org.hoshimori.mail;

import java.util.Locale;

/** Places in a message, for people: {@code header:From}, {@code body:120-131}, {@code attachment:a.zip}. */
final class Place {

    private Place() {}

    static String text(String where, Locale locale) {
        if (where.isEmpty()) {
            return "";
        }
        int colon = where.indexOf(':');
        String kind = colon < 0 ? where : where.substring(0, colon);
        String rest = colon < 0 ? "" : where.substring(colon + 1);
        return switch (kind) {
            case "header" -> Reason.of("place.header", rest).text(locale);
            case "subject" -> Reason.of("place.subject").text(locale);
            case "attachment" ->
                rest.isEmpty()
                        ? Reason.of("place.attached").text(locale)
                        : Reason.of("place.attachment", rest).text(locale);
            default -> Reason.of("place.body").text(locale);
        };
    }
}
