package org.hoshimori.logarchive;

import java.util.stream.Collectors;
import org.hoshimori.logarchive.LogFormat.Heading;

/** The headings that a file begins with, for reading on in its middle. */
final class Headings {

    private Headings() {}

    static String of(Heading kind, byte[] look) {
        String text = Line.text(look, 0, look.length);
        return switch (kind) {
            case NONE -> "";
            case FIRST_LINE -> text.lines().findFirst().orElse("").strip();
            case HASH -> text.lines().filter(l -> l.startsWith("#")).collect(Collectors.joining("\n", "", "\n"));
        };
    }
}
