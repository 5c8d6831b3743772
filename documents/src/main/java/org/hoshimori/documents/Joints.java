package org.hoshimori.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps together what no line may part where one run ends and the next begins: a bracket and what it opens or closes, a
 * word and the stop behind it. The renderer of pages sees each run by itself and would part them.
 */
final class Joints {

    /** A Latin word longer than this may be parted after all. */
    private static final int LONGEST_WORD = 30;

    private final List<Group> groups = new ArrayList<>();
    private List<Piece> together = new ArrayList<>();

    private Joints() {}

    /** A run, or a part of one, and whether the run begins and ends with it. */
    record Piece(Run run, boolean first, boolean last) {}

    /** Pieces that stay in one line if they are more than one. */
    record Group(List<Piece> pieces) {}

    static List<Group> of(List<Run> runs) {
        Joints joints = new Joints();
        for (int i = 0; i < runs.size(); i++) {
            joints.run(
                    runs.get(i),
                    i > 0 && joined(runs.get(i - 1), runs.get(i)),
                    i + 1 < runs.size() && joined(runs.get(i), runs.get(i + 1)));
        }
        joints.flush();
        return joints.groups;
    }

    private static boolean joined(Run before, Run after) {
        String left = before.text();
        String right = after.text();
        if (left.isEmpty() || right.isEmpty() || before instanceof Run.Break || after instanceof Run.Break) {
            return false;
        }
        return !JapaneseLineBreaks.mayPart(left.codePointBefore(left.length()), right.codePointAt(0));
    }

    private void run(Run run, boolean toBefore, boolean toAfter) {
        String text = run.text();
        int head = toBefore ? headLength(text) : 0;
        int tail = toAfter ? text.length() - tailLength(text) : text.length();
        if (head >= tail) {
            if (!toBefore) {
                flush();
            }
            together.add(new Piece(run, true, true));
            if (!toAfter) {
                flush();
            }
            return;
        }
        boolean first = true;
        if (head > 0) {
            together.add(new Piece(part(run, text.substring(0, head)), true, false));
            first = false;
        }
        flush();
        Run middle = head == 0 && tail == text.length() ? run : part(run, text.substring(head, tail));
        together.add(new Piece(middle, first, tail == text.length()));
        flush();
        if (tail < text.length()) {
            together.add(new Piece(part(run, text.substring(tail)), false, true));
        }
    }

    private void flush() {
        if (!together.isEmpty()) {
            groups.add(new Group(List.copyOf(together)));
            together = new ArrayList<>();
        }
    }

    private static Run part(Run run, String text) {
        return switch (run) {
            case Run.Text t -> new Run.Text(text, t.marks());
            case Run.Value v -> new Run.Value(v.parameter(), v.label(), text, v.state(), v.marks());
            case Run.Link l -> new Run.Link(l.clause(), text, l.marks());
            case Run.Break b -> b;
        };
    }

    private static int headLength(String text) {
        int at = Character.charCount(text.codePointAt(0));
        while (at < text.length()
                && at < LONGEST_WORD
                && !JapaneseLineBreaks.mayPart(text.codePointBefore(at), text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static int tailLength(String text) {
        int at = text.length() - Character.charCount(text.codePointBefore(text.length()));
        while (at > 0
                && text.length() - at < LONGEST_WORD
                && !JapaneseLineBreaks.mayPart(text.codePointBefore(at), text.codePointAt(at))) {
            at -= Character.charCount(text.codePointBefore(at));
        }
        return text.length() - at;
    }
}
