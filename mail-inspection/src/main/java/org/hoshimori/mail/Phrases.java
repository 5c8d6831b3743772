package org.hoshimori.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds many phrases in one pass over a text (Aho and Corasick, 1975). */
final class Phrases {

    /** Told of each phrase found. */
    @FunctionalInterface
    interface Found {
        void at(int phrase, int start, int end);
    }

    private static final int[] NONE = {};
    /** By character, below the first script that runs words together; asked for at every phrase's ends. */
    private static final boolean[] BLANK_PARTED = new boolean[0x2E80];

    static {
        for (int c = 0; c < BLANK_PARTED.length; c++) {
            BLANK_PARTED[c] = Character.isLetterOrDigit(c);
        }
    }

    private final List<String> phrases;
    private final Edges edges;
    private final int[] fail;
    private final int[][] ends;
    /** Where letters lead from the beginning, which is where most letters of a text are met. */
    private final int[] first = new int[0x80];

    /** Phrases are known by their place in the list. */
    Phrases(List<String> phrases) {
        this.phrases = List.copyOf(phrases);
        int characters = phrases.stream().mapToInt(String::length).sum();
        this.edges = new Edges(characters);
        this.fail = new int[characters + 1];
        this.ends = new int[characters + 1][];
        Arrays.fill(ends, NONE);
        List<List<Integer>> children = new ArrayList<>();
        children.add(new ArrayList<>());
        List<Character> letters = new ArrayList<>(List.of('\0'));
        for (int i = 0; i < phrases.size(); i++) {
            int at = 0;
            for (char c : phrases.get(i).toCharArray()) {
                int to = edges.next(at, c);
                if (to < 0) {
                    to = children.size();
                    edges.put(at, c, to);
                    children.get(at).add(to);
                    children.add(new ArrayList<>());
                    letters.add(c);
                }
                at = to;
            }
            ends[at] = with(ends[at], new int[] {i});
        }
        for (char c = 0; c < first.length; c++) {
            first[c] = Math.max(edges.next(0, c), 0);
        }
        link(children, letters);
    }

    private void link(List<List<Integer>> children, List<Character> letters) {
        ArrayDeque<Integer> open = new ArrayDeque<>(children.getFirst());
        while (!open.isEmpty()) {
            int at = open.remove();
            ends[at] = with(ends[at], ends[fail[at]]);
            for (int child : children.get(at)) {
                fail[child] = step(fail[at], letters.get(child));
                open.add(child);
            }
        }
    }

    private static int[] with(int[] some, int[] more) {
        if (some.length == 0 || more.length == 0) {
            return some.length == 0 ? more : some;
        }
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private int step(int from, char c) {
        if (from == 0 && c < first.length) {
            return first[c];
        }
        int at = from;
        int to = edges.next(at, c);
        while (to < 0 && at > 0) {
            at = fail[at];
            to = edges.next(at, c);
        }
        return Math.max(to, 0);
    }

    /** Every phrase; whole words only, in scripts that part words by blanks. */
    void find(CharSequence text, Found found) {
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            at = step(at, text.charAt(i));
            for (int phrase : ends[at]) {
                int start = i + 1 - phrases.get(phrase).length();
                if (isWhole(text, start, i + 1)) {
                    found.at(phrase, start, i + 1);
                }
            }
        }
    }

    private static boolean isWhole(CharSequence text, int start, int end) {
        return !(start > 0 && isBlankParted(text.charAt(start - 1)) && isBlankParted(text.charAt(start)))
                && !(end < text.length() && isBlankParted(text.charAt(end - 1)) && isBlankParted(text.charAt(end)));
    }

    /** Letters and digits of scripts that put blanks between words. */
    private static boolean isBlankParted(char c) {
        return c < BLANK_PARTED.length && BLANK_PARTED[c];
    }

    /** State and letter to the next state: open addressing without boxes, since it is asked for every letter of a mail. */
    private static final class Edges {
        private final long[] keys;
        private final int[] targets;
        private final int mask;

        Edges(int most) {
            int size = Integer.highestOneBit(Math.max(4, most) * 2) * 2;
            keys = new long[size];
            targets = new int[size];
            mask = size - 1;
        }

        int next(int from, char c) {
            long key = (((long) from << 16) | c) + 1;
            for (int i = slot(key); keys[i] != 0; i = (i + 1) & mask) {
                if (keys[i] == key) {
                    return targets[i];
                }
            }
            return -1;
        }

        void put(int from, char c, int to) {
            long key = (((long) from << 16) | c) + 1;
            int i = slot(key);
            while (keys[i] != 0) {
                i = (i + 1) & mask;
            }
            keys[i] = key;
            targets[i] = to;
        }

        private int slot(long key) {
            return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        }
    }
}
