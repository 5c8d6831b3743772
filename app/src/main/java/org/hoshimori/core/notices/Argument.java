package org.hoshimori.core.notices;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What a notice's sentence is filled with, kept so that it can be put into the reader's language. */
public sealed interface Argument {

    /** Words that are the same in every language: a name, a number. */
    record Text(String words) implements Argument {}

    /** A day, written as the reader's language writes days. */
    record Day(LocalDate day) implements Argument {}

    /** What a message says that has no arguments of its own. */
    record Said(String message) implements Argument {}

    /** Words in either language. */
    record Either(String japanese, String english) implements Argument {}

    /** The words for a reader. */
    default String in(Locale locale, MessageSource messages) {
        return switch (this) {
            case Text(String words) -> words;
            case Day(LocalDate day) ->
                DateTimeFormatter.ofPattern(messages.getMessage("frame.date", null, locale), locale)
                        .format(day);
            case Said(String message) -> messages.getMessage(message, null, locale);
            case Either(String japanese, String english) -> locale.getLanguage().equals("en") ? english : japanese;
        };
    }

    /** As the database keeps it: a letter for the kind, then the words. */
    default String kept() {
        return switch (this) {
            case Text(String words) -> "t" + words;
            case Day(LocalDate day) -> "d" + day;
            case Said(String message) -> "m" + message;
            case Either(String japanese, String english) -> "e" + japanese.replace('\n', ' ') + "\n" + english;
        };
    }

    /** Reads what {@link #kept} has written. */
    static Argument read(String kept) {
        String rest = kept.substring(1);
        return switch (kept.charAt(0)) {
            case 't' -> new Text(rest);
            case 'd' -> new Day(LocalDate.parse(rest));
            case 'm' -> new Said(rest);
            case 'e' -> new Either(rest.substring(0, rest.indexOf('\n')), rest.substring(rest.indexOf('\n') + 1));
            default -> throw new IllegalArgumentException(kept);
        };
    }
}
