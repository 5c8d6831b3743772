package org.hoshimori.core.passwords;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way to build a password from words, rows of keys, sequences, repetition and single characters, in bits that an
 * attacker pays who knows them all.
 */
final class Cover {

    private static final double DIGIT = 3.3;
    private static final double LETTER = 4.7;
    private static final double AMID_LETTERS = 5.2;
    private static final double SYMBOL = 5;
    private static final double USUAL_SYMBOL = 3.5;
    private static final String USUAL = "!@#$%&*?._-+";
    private static final double OTHER = 8;
    private static final double BACKWARDS = 2;
    private static final double DATE = 13;
    private static final double YEAR = 6;
    private static final double START = 5.5;
    private static final double ON = 0.3;
    private static final double ZIGZAG = 0.6;
    private static final double TURN = 3;
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2060;

    private final String text;
    private final String lower;
    private final int n;
    private final Map<Long, String> own;
    private final Words words = Words.all();
    /** Whether capitals stand among the letters as if by chance. */
    private final boolean mixed;

    private final double[] cost;
    private final int[] from;
    private final @Nullable Basis[] basis;

    Cover(String plain, Map<Long, String> own) {
        this.text = plain;
        this.lower = plain.toLowerCase(Locale.ROOT).length() == plain.length() ? plain.toLowerCase(Locale.ROOT) : plain;
        this.n = plain.length();
        this.own = own;
        long upper = plain.chars().filter(c -> c >= 'A' && c <= 'Z').count();
        this.mixed = upper > 1 && plain.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        this.cost = new double[n + 1];
        this.from = new int[n + 1];
        this.basis = new Basis[n + 1];
        java.util.Arrays.fill(cost, Double.MAX_VALUE);
        cost[0] = 0;
        List<Changes.Part> changed = Changes.in(lower);
        for (int i = 0; i < n; i++) {
            for (Changes.Part part : changed) {
                if (part.from() == i) {
                    reach(i, part.to(), part.bits() + capitals(i, part.to()), part.basis());
                }
            }
            single(i);
            words(i);
            run(i);
            count(i);
            keys(i);
            date(i);
            again(i);
        }
    }

    /** What the password costs altogether. */
    double bits() {
        return cost[n];
    }

    /** The longest thing in it that has a name. */
    Optional<Basis> basis() {
        Basis longest = null;
        for (int at = n; at > 0; at = from[at]) {
            Basis found = basis[at];
            if (found != null
                    && (longest == null
                            || found.text().length() > longest.text().length())) {
                longest = found;
            }
        }
        return Optional.ofNullable(longest);
    }

    /** How many words it is built from, of this length or more. */
    int wordsOf(int length) {
        int words = 0;
        for (int at = n; at > 0; at = from[at]) {
            Basis found = basis[at];
            words += found != null && found.kind() == Basis.Kind.WORD && at - from[at] >= length ? 1 : 0;
        }
        return words;
    }

    private void reach(int start, int end, double bits, @Nullable Basis what) {
        if (cost[start] + bits < cost[end]) {
            cost[end] = cost[start] + bits;
            from[end] = start;
            basis[end] = what;
        }
    }

    private void single(int i) {
        reach(i, i + 1, character(i), null);
    }

    /** A character by itself: one of as many as its surroundings look like. */
    private double character(int i) {
        char c = text.charAt(i);
        if (c >= '0' && c <= '9') {
            boolean amidLetters = i > 0
                    && i + 1 < n
                    && Spelling.isLetter(text.charAt(i - 1))
                    && Spelling.isLetter(text.charAt(i + 1));
            return amidLetters ? AMID_LETTERS : DIGIT;
        }
        if (c >= 'a' && c <= 'z') {
            return mixed ? LETTER + 1 : LETTER;
        }
        if (c >= 'A' && c <= 'Z') {
            return LETTER + 1;
        }
        boolean atEnd = i == 0 || i == n - 1 || !Spelling.isLetter(text.charAt(i + 1));
        return c >= 128 ? OTHER : atEnd && USUAL.indexOf(c) >= 0 ? USUAL_SYMBOL : SYMBOL;
    }

    private void words(int i) {
        long ahead = Words.Hash.START;
        int letters = 0;
        int longest = Math.min(n, i + Words.LONGEST);
        for (int end = i + 1; end <= longest; end++) {
            char c = lower.charAt(end - 1);
            ahead = Words.Hash.with(ahead, Spelling.letter(c));
            letters += Spelling.isLetter(c) ? 1 : 0;
            if (end - i < Words.SHORTEST) {
                continue;
            }
            int word = words.byLooks(ahead);
            word(i, end, word, own.get(ahead), word < 0 ? 0 : words.differences(word, lower, i));
            if (letters == 0) {
                continue;
            }
            long back = Words.Hash.START;
            for (int k = end - 1; k >= i; k--) {
                back = Words.Hash.with(back, Spelling.letter(lower.charAt(k)));
            }
            word(i, end, words.byLooks(back), own.get(back), BACKWARDS + (end - i - letters));
            if (letters == end - i && letters > Words.SHORTEST) {
                word(i, end, words.bySound(lower.substring(i, end)), null, 1);
            }
        }
    }

    private void word(int i, int end, int word, @Nullable String ours, double extra) {
        if (word < 0 && ours == null) {
            return;
        }
        double bits = Math.min((ours != null ? 1 : words.bits(word)) + capitals(i, end) + extra, LETTER * (end - i));
        if (cost[i] + bits < cost[end]) {
            reach(i, end, bits, ours != null ? new Basis(Basis.Kind.OWN, ours) : words.basis(word));
        }
    }

    /** Bits for which letters are capitals; one for the first, the last or all of them. */
    private double capitals(int i, int end) {
        int upper = 0;
        for (int k = i; k < end; k++) {
            upper += Character.isUpperCase(text.charAt(k)) ? 1 : 0;
        }
        if (upper == 0) {
            return 0;
        }
        boolean usual = upper == end - i
                || (upper == 1
                        && (Character.isUpperCase(text.charAt(i)) || Character.isUpperCase(text.charAt(end - 1))));
        if (usual) {
            return 1;
        }
        double ways = 1;
        for (int k = 1; k <= upper; k++) {
            ways = ways * (end - i - upper + k) / k;
        }
        return 1 + log2(ways);
    }

    /** One character again and again. */
    private void run(int i) {
        int end = i + 1;
        while (end < n && lower.charAt(end) == lower.charAt(i)) {
            end++;
        }
        for (int to = i + 3; to <= end; to++) {
            reach(i, to, character(i) + log2(to - i), new Basis(Basis.Kind.SEQUENCE, text.substring(i, to)));
        }
    }

    /** Characters that count up or down: abc, 321, 2468. */
    private void count(int i) {
        if (i + 1 >= n) {
            return;
        }
        int step = lower.charAt(i + 1) - lower.charAt(i);
        char kind = kind(lower.charAt(i));
        if (step == 0 || Math.abs(step) > 2 || kind == ' ') {
            return;
        }
        int end = i + 1;
        while (end < n && (goesOn(end, step, kind) || tenAfterNine(end, step))) {
            end++;
        }
        for (int to = i + 3; to <= end; to++) {
            reach(
                    i,
                    to,
                    (step == 1 && "1a".indexOf(lower.charAt(i)) >= 0 ? 2 : 4) + log2(to - i),
                    new Basis(Basis.Kind.SEQUENCE, text.substring(i, to)));
        }
    }

    private boolean goesOn(int at, int step, char kind) {
        return lower.charAt(at) - lower.charAt(at - 1) == step && kind(lower.charAt(at)) == kind;
    }

    private boolean tenAfterNine(int at, int step) {
        return step == 1 && lower.charAt(at - 1) == '9' && lower.charAt(at) == '0';
    }

    private static char kind(char c) {
        return c >= '0' && c <= '9' ? '0' : c >= 'a' && c <= 'z' ? 'a' : ' ';
    }

    /** Keys beside one another, along rows, columns and zigzag. */
    private void keys(int i) {
        for (Keyboard keyboard : Keyboard.all()) {
            double bits = START;
            int before = Keyboard.FAR;
            int last = Keyboard.FAR;
            for (int end = i + 1; end < n; end++) {
                int direction = keyboard.direction(text.charAt(end - 1), text.charAt(end));
                if (direction == Keyboard.FAR) {
                    break;
                }
                bits += direction == last ? ON : direction == before ? ZIGZAG : TURN;
                bits += Character.isUpperCase(text.charAt(end - 1)) == Character.isUpperCase(text.charAt(end)) ? 0 : 1;
                before = last;
                last = direction;
                if (end - i >= 2) {
                    reach(i, end + 1, bits, new Basis(Basis.Kind.KEYS, text.substring(i, end + 1)));
                }
            }
        }
    }

    private void date(int i) {
        if (digits(i, 4) && number(i, 4) >= EARLIEST && number(i, 4) <= LATEST) {
            reach(i, i + 4, YEAR, new Basis(Basis.Kind.SEQUENCE, text.substring(i, i + 4)));
        }
        boolean yearFirst = digits(i, 8) && year(i) && day(i + 4, i + 6);
        boolean yearLast = digits(i, 8) && year(i + 4) && (day(i, i + 2) || day(i + 2, i));
        if (yearFirst || yearLast) {
            reach(i, i + 8, DATE, new Basis(Basis.Kind.SEQUENCE, text.substring(i, i + 8)));
        }
        if (digits(i, 6) && (day(i + 2, i + 4) || day(i, i + 2) || day(i + 2, i))) {
            reach(i, i + 6, DATE, new Basis(Basis.Kind.SEQUENCE, text.substring(i, i + 6)));
        }
    }

    private boolean year(int i) {
        return number(i, 4) >= EARLIEST && number(i, 4) <= LATEST;
    }

    private boolean day(int month, int day) {
        return number(month, 2) >= 1 && number(month, 2) <= 12 && number(day, 2) >= 1 && number(day, 2) <= 31;
    }

    private boolean digits(int i, int count) {
        if (i + count > n) {
            return false;
        }
        for (int k = i; k < i + count; k++) {
            if (kind(text.charAt(k)) != '0') {
                return false;
            }
        }
        return true;
    }

    private int number(int i, int count) {
        int number = 0;
        for (int k = i; k < i + count; k++) {
            number = 10 * number + text.charAt(k) - '0';
        }
        return number;
    }

    /** What has just stood there, forwards or backwards. */
    private void again(int i) {
        for (int length = 2; length <= Math.min(i, n - i); length++) {
            if (lower.regionMatches(i, lower, i - length, length)) {
                reach(i, i + length, 2, null);
            } else if (length > 2 && mirrored(i, length)) {
                reach(i, i + length, 2.5, null);
            }
        }
    }

    private boolean mirrored(int i, int length) {
        for (int k = 0; k < length; k++) {
            if (lower.charAt(i + k) != lower.charAt(i - 1 - k)) {
                return false;
            }
        }
        return true;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
