package org.hoshimori.core.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.core.checks.CheckRefused.Fault;

/**
 * SQL with places {@code :{id}} for values. It is read as far as PostgreSQL's lexical rules go, so that nothing in it ends the
 * brackets or the statement into which it is put, and places within quotes and comments are none.
 */
final class SqlText {

    private static final Pattern PLACE = Pattern.compile(":\\{([^{}\\s]*)}");
    private static final Pattern DOLLARS = Pattern.compile("\\$(?:[A-Za-z_][A-Za-z_0-9]*)?\\$");

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int at;
    private int depth;

    private sealed interface Piece {
        record Words(String text) implements Piece {}

        record Place(String id) implements Piece {}
    }

    private SqlText(String text) {
        this.text = text;
    }

    static SqlText read(String text) throws CheckRefused {
        String end = text.stripTrailing();
        SqlText read = new SqlText(end.endsWith(";") ? end.substring(0, end.length() - 1) : end);
        read.scan();
        return read;
    }

    private void scan() throws CheckRefused {
        while (at < text.length()) {
            char c = text.charAt(at);
            Matcher place = PLACE.matcher(text).region(at, text.length());
            Matcher dollars = DOLLARS.matcher(text).region(at, text.length());
            if (c == '\'' || c == '"') {
                quoted(c);
            } else if (c == '$' && dollars.lookingAt() && !word(at - 1)) {
                through(dollars.group(), at + dollars.group().length());
            } else if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                take(end < 0 ? text.length() : end);
            } else if (text.startsWith("/*", at)) {
                comment();
            } else if (c == ':' && place.lookingAt()) {
                pieces.add(new Piece.Words(words.toString()));
                pieces.add(new Piece.Place(place.group(1)));
                words.setLength(0);
                at = place.end();
            } else {
                plain(c);
            }
        }
        pieces.add(new Piece.Words(words.toString()));
        if (depth != 0 || text.isBlank()) {
            throw new CheckRefused(Fault.NOT_ONE_SELECT, depth == 0 ? "" : "(");
        }
    }

    private void plain(char c) throws CheckRefused {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ';' || depth < 0 || c == '\0') {
            throw new CheckRefused(Fault.NOT_ONE_SELECT, String.valueOf(c));
        }
        // To the driver a question mark alone is a place of its own.
        words.append(c == '?' ? "??" : c);
        at++;
    }

    private boolean word(int index) {
        return index >= 0 && (Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '_');
    }

    private void quoted(char quote) throws CheckRefused {
        boolean escapes =
                quote == '\'' && at > 0 && (text.charAt(at - 1) == 'E' || text.charAt(at - 1) == 'e') && !word(at - 2);
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += escapes && text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw new CheckRefused(Fault.NOT_ONE_SELECT, String.valueOf(quote));
        }
        // A doubled quote is read as the end of one string and the beginning of the next, which comes to the same.
        take(end + 1);
    }

    private void through(String closing, int from) throws CheckRefused {
        int end = text.indexOf(closing, from);
        if (end < 0) {
            throw new CheckRefused(Fault.NOT_ONE_SELECT, closing);
        }
        take(end + closing.length());
    }

    private void comment() throws CheckRefused {
        int nested = 0;
        int end = at;
        do {
            nested += text.startsWith("/*", end) ? 1 : text.startsWith("*/", end) ? -1 : 0;
            end += text.startsWith("/*", end) || text.startsWith("*/", end) ? 2 : 1;
        } while (nested > 0 && end < text.length());
        if (nested > 0) {
            throw new CheckRefused(Fault.NOT_ONE_SELECT, "/*");
        }
        take(end);
    }

    private void take(int end) {
        words.append(text, at, end);
        at = end;
    }

    /** The ids of its places, in order, as often as they stand. */
    List<String> places() {
        return pieces.stream()
                .filter(Piece.Place.class::isInstance)
                .map(p -> ((Piece.Place) p).id())
                .toList();
    }

    /** The text with something in each place. */
    String with(UnaryOperator<String> inPlace) {
        StringBuilder out = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Words(String said) -> out.append(said);
                case Piece.Place(String id) -> out.append(inPlace.apply(id));
            }
        }
        return out.toString();
    }
}
