package org.hoshimori.oscal;

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

    /** One line for people: file, place, level and message. */
    public String text() {
        String place = line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : path.isEmpty() ? "" : " " + path;
        return file + place + ": " + level.name().toLowerCase(Locale.ROOT) + ": " + message;
    }
}
