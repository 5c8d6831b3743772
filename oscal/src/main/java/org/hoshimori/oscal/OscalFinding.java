package org.hoshimori.oscal;

import java.util.List;
import java.util.Locale;

/**
 * Something in a document that breaks OSCAL's schema or constraints: how grave, where (line and column from 1, 0 if
 * unknown; path in the document), and what, in the validator's English.
 */
public record OscalFinding(Level level, String file, int line, int column, String path, String message) {

    /** How grave a finding is, as OSCAL's constraints say. */
    public enum Level {
        /** The document is not valid. */
        ERROR,
        /** Valid, but against good practice. */
        WARNING,
        /** Worth knowing. */
        INFORMATION
    }

    /** One line for people: file, place, level in this language, and the validator's message. */
    public String text(Locale locale) {
        String place = line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : path.isEmpty() ? "" : " " + path;
        String word = OscalMessages.say(locale, "oscal.level." + level.name().toLowerCase(Locale.ROOT), List.of());
        return file + place + ": " + word + ": " + message;
    }
}
