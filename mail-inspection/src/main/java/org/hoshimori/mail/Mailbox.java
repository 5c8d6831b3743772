package org.hoshimori.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name and an address as a header gives them; either may be empty. */
record Mailbox(String name, String address) {

    static final Mailbox NONE = new Mailbox("", "");
    private static final int MOST = 200;
    private static final Pattern TAIL = Pattern.compile("[,_(\\s]+$");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** The address's part behind the last {@code @}, in lower case, without a closing dot; empty if there is none. */
    String host() {
        int at = address.lastIndexOf('@');
        String host = at < 0 ? "" : address.substring(at + 1).strip().toLowerCase(Locale.ROOT);
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return name.length() > Domains.LONGEST ? "" : name;
    }

    String localPart() {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    boolean isEmpty() {
        return name.isEmpty() && address.isEmpty();
    }

    /** All mailboxes of a header's raw value; what comes before a broken address becomes part of its name. */
    static List<Mailbox> parse(String raw) {
        List<Mailbox> found = new ArrayList<>();
        String dangling = "";
        for (String piece : pieces(raw)) {
            Mailbox one = one(piece);
            if (one.address.isEmpty()) {
                dangling = (dangling + " " + one.name).strip();
            } else {
                found.add(dangling.isEmpty() ? one : new Mailbox((dangling + " " + one.name).strip(), one.address));
                dangling = "";
            }
        }
        if (found.isEmpty() && !dangling.isEmpty()) {
            found.add(new Mailbox(dangling, ""));
        }
        return found;
    }

    private static Mailbox one(String piece) {
        String text = piece.strip();
        int open = text.lastIndexOf('<');
        if (open >= 0) {
            int close = text.indexOf('>', open);
            String address = text.substring(open + 1, close < 0 ? text.length() : close);
            return new Mailbox(name(text.substring(0, open)), address.strip());
        }
        int comment = text.indexOf('(');
        if (comment > 0 && text.indexOf('@') >= 0 && text.indexOf('@') < comment) {
            return new Mailbox(
                    name(text.substring(comment + 1).replace(")", "")),
                    text.substring(0, comment).strip());
        }
        String bare = EncodedWords.decode(text);
        return bare.indexOf('@') >= 0 && bare.indexOf(' ') < 0 ? new Mailbox("", bare) : new Mailbox(name(text), "");
    }

    private static String name(String raw) {
        String name = EncodedWords.decode(raw).strip();
        while (name.length() > 1 && isQuote(name.charAt(0)) && name.charAt(0) == name.charAt(name.length() - 1)) {
            name = name.substring(1, name.length() - 1).replace("\\\"", "\"").strip();
        }
        return BLANKS.matcher(TAIL.matcher(name).replaceFirst("")).replaceAll(" ");
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /** Parted at commas that stand outside quotes and angle brackets. */
    private static List<String> pieces(String raw) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        boolean angle = false;
        for (int i = 0; i < raw.length() && pieces.size() < MOST; i++) {
            char c = raw.charAt(i);
            if (c == '\\' && quoted && i + 1 < raw.length()) {
                piece.append(c).append(raw.charAt(++i));
                continue;
            }
            if (c == '"' && !angle) {
                quoted = !quoted;
            } else if (!quoted && c == '<') {
                angle = true;
            } else if (!quoted && c == '>') {
                angle = false;
            }
            if (!quoted && !angle && (c == ',' || c == ';')) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        pieces.removeIf(String::isBlank);
        // An open quote swallows the rest: then read it once more without quotes.
        return quoted && raw.indexOf('"') >= 0 ? pieces(raw.replace("\"", "")) : pieces;
    }
}
