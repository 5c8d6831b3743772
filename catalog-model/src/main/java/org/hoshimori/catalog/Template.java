package org.hoshimori.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence's words with its insertions and links: {@code {id}}, post titles in braces with an at sign, {@code [[clause]]}, {@code <br>}. */
public record Template(List<Part> parts) {

    private static final Pattern MARK =
            Pattern.compile("\\{@([a-z0-9.-]+)}|\\{([a-z0-9._-]+)}|\\[\\[([a-z0-9.-]+)]]|<br\\s*/?>");

    /** A piece of a template. */
    public sealed interface Part {}

    /** Words as they are. */
    public record Plain(String text) implements Part {}

    /** Here stands a parameter's value. */
    public record Insert(String parameter) implements Part {}

    /** Here stands a post's title. */
    public record PostTitle(String post) implements Part {}

    /** Here stands a clause's number and title, as a link. */
    public record Link(String clause) implements Part {}

    /** A line ends here. */
    public record Break() implements Part {}

    /** Takes a sentence apart; anything that is no mark stays as it is. */
    public static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher m = MARK.matcher(text);
        int from = 0;
        while (m.find()) {
            plain(parts, text, from, m.start());
            if (m.group(1) != null) {
                parts.add(new PostTitle(m.group(1)));
            } else if (m.group(2) != null) {
                parts.add(new Insert(m.group(2)));
            } else if (m.group(3) != null) {
                parts.add(new Link(m.group(3)));
            } else {
                parts.add(new Break());
            }
            from = m.end();
        }
        plain(parts, text, from, text.length());
        return new Template(List.copyOf(parts));
    }

    private static void plain(List<Part> parts, String text, int from, int to) {
        if (from < to) {
            parts.add(new Plain(text.substring(from, to)));
        }
    }

    /** Ids of the parameters inserted. */
    public List<String> inserted() {
        return parts.stream()
                .filter(Insert.class::isInstance)
                .map(p -> ((Insert) p).parameter())
                .toList();
    }
}
