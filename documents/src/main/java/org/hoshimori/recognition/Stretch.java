package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.List;

/** A stretch of one of two texts that are shown beside each other: the same in both, only in the one, or only in the other. */
public record Stretch(Kind kind, String text) {

    /** Where it stands. */
    public enum Kind {
        /** In both. */
        SAME,
        /** Only in the one before. */
        GONE,
        /** Only in the one after. */
        NEW
    }

    /** Longer texts are shown whole against each other. */
    private static final int LONGEST = 2_500;

    /** What is the same in so few characters between changes is taken for chance. */
    private static final int LEAST_SAME = 2;

    /** How a text has changed, from its beginning to its end. */
    public static List<Stretch> between(String before, String after) {
        int head = 0;
        while (head < Math.min(before.length(), after.length()) && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(before.length(), after.length()) - head
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        List<Stretch> stretches = new ArrayList<>();
        add(stretches, Kind.SAME, before.substring(0, head));
        String gone = before.substring(head, before.length() - tail);
        String come = after.substring(head, after.length() - tail);
        if ((long) gone.length() * come.length() > (long) LONGEST * LONGEST) {
            add(stretches, Kind.GONE, gone);
            add(stretches, Kind.NEW, come);
        } else {
            middle(stretches, gone, come);
        }
        add(stretches, Kind.SAME, before.substring(before.length() - tail));
        return merged(stretches);
    }

    /** The longest common subsequence, by characters. */
    private static void middle(List<Stretch> stretches, String a, String b) {
        int[][] longest = new int[a.length() + 1][b.length() + 1];
        for (int i = a.length() - 1; i >= 0; i--) {
            for (int k = b.length() - 1; k >= 0; k--) {
                longest[i][k] = a.charAt(i) == b.charAt(k)
                        ? longest[i + 1][k + 1] + 1
                        : Math.max(longest[i + 1][k], longest[i][k + 1]);
            }
        }
        int i = 0;
        int k = 0;
        while (i < a.length() || k < b.length()) {
            if (i < a.length() && k < b.length() && a.charAt(i) == b.charAt(k)) {
                add(stretches, Kind.SAME, a.substring(i, ++i));
                k++;
            } else if (k == b.length() || (i < a.length() && longest[i + 1][k] >= longest[i][k + 1])) {
                add(stretches, Kind.GONE, a.substring(i, ++i));
            } else {
                add(stretches, Kind.NEW, b.substring(k, ++k));
            }
        }
    }

    private static void add(List<Stretch> stretches, Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!stretches.isEmpty() && stretches.getLast().kind == kind) {
            stretches.set(stretches.size() - 1, new Stretch(kind, stretches.getLast().text + text));
        } else {
            stretches.add(new Stretch(kind, text));
        }
    }

    /** Islands of chance between two changes are part of them, and what goes stands before what comes. */
    private static List<Stretch> merged(List<Stretch> stretches) {
        List<Stretch> merged = new ArrayList<>();
        StringBuilder gone = new StringBuilder();
        StringBuilder come = new StringBuilder();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            boolean island = stretch.kind == Kind.SAME
                    && stretch.text.length() < LEAST_SAME
                    && i > 0
                    && i < stretches.size() - 1;
            if (stretch.kind == Kind.SAME && !island) {
                add(merged, Kind.GONE, gone.toString());
                add(merged, Kind.NEW, come.toString());
                gone.setLength(0);
                come.setLength(0);
                add(merged, Kind.SAME, stretch.text);
            } else {
                gone.append(stretch.kind == Kind.NEW ? "" : stretch.text);
                come.append(stretch.kind == Kind.GONE ? "" : stretch.text);
            }
        }
        add(merged, Kind.GONE, gone.toString());
        add(merged, Kind.NEW, come.toString());
        return List.copyOf(merged);
    }
}
