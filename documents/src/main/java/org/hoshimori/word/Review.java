package org.hoshimori.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What somebody has done to a Word file that went out and came back: tracked changes, changes without tracking, and comments, in the
 * order of the text.
 */
public final class Review {

    private final WordDocument back;
    private final List<WordParagraph> out;
    private final Set<String> seen = new HashSet<>();
    private final List<Remark> remarks = new ArrayList<>();

    private Review(WordDocument out, WordDocument back) {
        this.out = out.paragraphs();
        this.back = back;
    }

    /** What a remark is. */
    public enum Kind {
        /** A change that tracking shows. */
        TRACKED,
        /** A change that tracking does not show. */
        SILENT,
        /** A comment with its answers. */
        COMMENT
    }

    /**
     * One remark.
     *
     * @param paragraph index of the paragraph that went out to which it belongs; of the one before it where it was put in
     * @param at ISO 8601 as the file says; empty where it doesn't
     * @param before the paragraph as it went out, or the words that are commented on; empty where it was put in
     * @param after the paragraph as it came back, or the comment; empty where it was struck
     */
    public record Remark(Kind kind, int paragraph, String author, String at, String before, String after) {}

    /** Compares what came back with what went out. */
    public static List<Remark> of(WordDocument out, WordDocument back) {
        Review review = new Review(out, back);
        review.changes();
        return List.copyOf(review.remarks);
    }

    private void changes() {
        int[] pairs = Alignment.of(out, back.paragraphs());
        int before = -1;
        for (int i = 0; i < back.paragraphs().size(); i++) {
            int pair = pairs[i];
            missing(before + 1, pair);
            before = Math.max(before, pair);
            change(pair, before, back.paragraphs().get(i));
            comments(Math.max(0, before), back.paragraphs().get(i));
        }
        missing(before + 1, out.size());
    }

    /** Paragraphs that went out and did not come back. */
    private void missing(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!out.get(i).text().isBlank()) {
                remarks.add(new Remark(Kind.SILENT, i, "", "", out.get(i).text().strip(), ""));
            }
        }
    }

    private void change(int pair, int before, WordParagraph paragraph) {
        String went = pair < 0 ? "" : out.get(pair).text().strip();
        String came = paragraph.text().strip();
        String untracked = paragraph.textBefore().strip();
        int at = Math.max(0, pair < 0 ? before : pair);
        if (!same(went, untracked)) {
            remarks.add(new Remark(Kind.SILENT, at, "", "", went, untracked));
        }
        if (paragraph.tracked() && !came.equals(untracked)) {
            remarks.add(new Remark(
                    Kind.TRACKED,
                    at,
                    who(paragraph),
                    paragraph.runs().stream()
                            .map(WordRun::track)
                            .filter(Objects::nonNull)
                            .map(WordRun.Track::at)
                            .max(String::compareTo)
                            .orElse(""),
                    untracked,
                    came));
        }
    }

    private static String who(WordParagraph paragraph) {
        return paragraph.runs().stream()
                .map(WordRun::track)
                .filter(Objects::nonNull)
                .map(WordRun.Track::author)
                .filter(Predicate.not(String::isBlank))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Comments that begin in this paragraph, each with its answers. */
    private void comments(int at, WordParagraph paragraph) {
        Map<String, StringBuilder> quoted = new HashMap<>();
        paragraph
                .runs()
                .forEach(r -> r.comments()
                        .forEach(c -> quoted.computeIfAbsent(c, k -> new StringBuilder())
                                .append(r.text())));
        for (WordComment comment : back.comments()) {
            boolean first = quoted.containsKey(comment.id()) && seen.add(comment.id());
            if (first && comment.parent().isEmpty()) {
                remarks.add(new Remark(
                        Kind.COMMENT,
                        at,
                        comment.author(),
                        comment.at(),
                        String.valueOf(quoted.get(comment.id())).strip(),
                        thread(comment)));
            }
        }
    }

    private String thread(WordComment comment) {
        return comment.text()
                + back.comments().stream()
                        .filter(c -> c.parent().filter(comment.id()::equals).isPresent())
                        .map(c -> "\n→ " + c.author() + ": " + c.text())
                        .collect(Collectors.joining());
    }

    /** Blanks differ between those who save a file. */
    private static boolean same(String one, String other) {
        return one.replaceAll("\\s+", "").equals(other.replaceAll("\\s+", ""));
    }
}
