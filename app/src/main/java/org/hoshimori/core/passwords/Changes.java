package org.hoshimori.core.passwords;

import java.util.ArrayList;
import java.util.List;

/** Words that a cracker's rules have changed: a letter more, less or other, parted, doubled, turned round, shifted on the keys. */
final class Changes {

    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyz";
    private static final int SHORTEST = 5;
    private static final int SHORTEST_FILLED = 4;
    private static final int LONGEST_GAP = 3;
    private static final int EDIT = 6;
    private static final int TURN = 4;

    private final String text;
    private final Words words = Words.all();
    private final List<Part> parts = new ArrayList<>();

    /** What stands from here to there, and what an attacker pays for it. */
    record Part(int from, int to, double bits, Basis basis) {}

    private Changes(String lower) {
        this.text = lower;
    }

    static List<Part> in(String lower) {
        Changes changes = new Changes(lower);
        changes.find();
        return changes.parts;
    }

    private void find() {
        for (int from = 0; from < text.length(); from++) {
            parted(from);
            doubled(from);
            filled(from);
        }
        int first = text.length();
        int last = 0;
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && isLetter(to)) {
                to++;
            }
            if (to > from) {
                first = Math.min(first, from);
                last = to;
                changed(from, to);
            }
            from = Math.max(to, from + 1);
        }
        changed(first, last);
    }

    private boolean isLetter(int at) {
        return Spelling.isLetter(text.charAt(at));
    }

    /** One separator between all characters: {@code p.a.s.s}. */
    private void parted(int from) {
        if (from + 1 >= text.length()) {
            return;
        }
        long hash = Words.Hash.with(Words.Hash.START, Spelling.letter(text.charAt(from)));
        for (int k = from + 2; k < text.length() && text.charAt(k - 1) == text.charAt(from + 1); k += 2) {
            hash = Words.Hash.with(hash, Spelling.letter(text.charAt(k)));
            take(from, k + 1, hash, TURN);
        }
    }

    /** Every character twice: {@code ppaassss}. */
    private void doubled(int from) {
        long hash = Words.Hash.START;
        for (int k = from; k + 1 < text.length() && text.charAt(k) == text.charAt(k + 1); k += 2) {
            hash = Words.Hash.with(hash, Spelling.letter(text.charAt(k)));
            take(from, k + 2, hash, 1);
        }
    }

    /** Digits or symbols put in somewhere, in one place or in several: {@code pass12word}, {@code p1a2s3s}. */
    private void filled(int from) {
        if (!isLetter(from)) {
            return;
        }
        long letters = Words.Hash.START;
        long head = Words.Hash.START;
        int between = 0;
        for (int k = from; k < text.length() && k - from < 2 * Words.LONGEST; k++) {
            if (isLetter(k)) {
                letters = Words.Hash.with(letters, Spelling.letter(text.charAt(k)));
                if (between > 0 && k + 1 - from - between >= SHORTEST_FILLED) {
                    take(from, k + 1, letters, TURN + 2.5 * between);
                }
            } else {
                between++;
                for (int gap = 1; gap <= LONGEST_GAP && k + gap < text.length(); gap++) {
                    long hash = head;
                    for (int at = k + gap; at < text.length() && at - from < Words.LONGEST; at++) {
                        hash = Words.Hash.with(hash, Spelling.letter(text.charAt(at)));
                        if (at + 1 - from - gap >= SHORTEST_FILLED) {
                            take(from, at + 1, hash, TURN + 3.3 * gap);
                        }
                    }
                    if (isLetter(k + gap)) {
                        break;
                    }
                }
            }
            head = Words.Hash.with(head, Spelling.letter(text.charAt(k)));
        }
    }

    private void changed(int from, int to) {
        if (to - from < SHORTEST || to - from > Words.LONGEST) {
            return;
        }
        String part = text.substring(from, to);
        for (int by : new int[] {-1, 1}) {
            take(from, to, Words.Hash.of(Spelling.letters(Keyboard.shifted(part, by))), TURN);
        }
        take(from, to, Words.Hash.of(rotated(part)), TURN);
        String core = Spelling.letters(part);
        int n = core.length();
        long[] heads = new long[n + 1];
        long[] tails = new long[n + 1];
        for (int k = 0; k < n; k++) {
            heads[k + 1] = Words.Hash.with(heads[k], core.charAt(k));
            tails[n - k - 1] = Words.Hash.joined(core.charAt(n - k - 1), tails[n - k], k);
        }
        for (int k = 1; k < n; k++) {
            take(from, to, Words.Hash.joined(tails[k], heads[k], k), TURN);
        }
        for (int k = 0; k <= n; k++) {
            edited(from, to, core, heads[k], tails, k);
        }
    }

    /** A letter more, less or other there, or two changed about. */
    private void edited(int from, int to, String core, long head, long[] tails, int k) {
        int rest = core.length() - k;
        for (int c = 0; c < LETTERS.length(); c++) {
            long with = Words.Hash.with(head, LETTERS.charAt(c));
            take(from, to, Words.Hash.joined(with, tails[k], rest), EDIT);
            if (rest > 0) {
                take(from, to, Words.Hash.joined(with, tails[k + 1], rest - 1), EDIT);
            }
        }
        if (rest > 0) {
            take(from, to, Words.Hash.joined(head, tails[k + 1], rest - 1), EDIT);
        }
        if (rest > 1) {
            long swapped = Words.Hash.with(Words.Hash.with(head, core.charAt(k + 1)), core.charAt(k));
            take(from, to, Words.Hash.joined(swapped, tails[k + 2], rest - 2), EDIT);
        }
    }

    private void take(int from, int to, long looks, double more) {
        int word = words.byLooks(looks);
        if (word >= 0) {
            parts.add(new Part(from, to, words.bits(word) + more, words.basis(word)));
        }
    }

    private static String rotated(String lower) {
        StringBuilder rotated = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            rotated.append(c >= 'a' && c <= 'z' ? (char) ('a' + (c - 'a' + 13) % 26) : c);
        }
        return Spelling.letters(rotated.toString());
    }
}
