package org.hoshimori.core.passwords;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what a password is based on, if attackers would soon come by it. */
public final class Guessable {

    /** A password that costs less is refused. Four listed words that are all different cost more. */
    private static final double ENOUGH = 37;
    /** More is not looked at: what is secure so far stays so. */
    private static final int LOOKED_AT = 64;

    /** So many letters in so many words are a phrase; where its words end is anybody's guess. */
    private static final int PHRASE = 16;

    private static final double ENOUGH_OF_A_PHRASE = 30;
    private static final int OF_A_PHRASE = 3;
    private static final int SURE = 5;
    private static final int IN_OTHERS = 4;

    private Guessable() {}

    /**
     * What a password is based on.
     *
     * @param own words of its owner's surroundings, which count as known
     */
    public static Optional<Basis> basis(String password, Collection<String> own) {
        String plain = Spelling.plain(password);
        String text = plain.length() > LOOKED_AT ? plain.substring(0, LOOKED_AT) : plain;
        Map<Long, String> ours = looks(own);
        Optional<Basis> decorated = decorated(text);
        if (decorated.isPresent()) {
            return decorated;
        }
        Cover cover = new Cover(text, ours);
        long letters = text.chars().filter(c -> Spelling.isLetter((char) c)).count();
        if (cover.bits()
                < (letters >= PHRASE && cover.wordsOf(IN_OTHERS) >= OF_A_PHRASE ? ENOUGH_OF_A_PHRASE : ENOUGH)) {
            return Optional.of(cover.basis().orElse(new Basis(Basis.Kind.SEQUENCE, "")));
        }
        return Optional.empty();
    }

    /** The word of one's own that a password contains, whichever way it is written. */
    public static Optional<String> own(String password, Collection<String> own) {
        String lower = Spelling.plain(password).toLowerCase(Locale.ROOT);
        String looks = Spelling.letters(lower);
        String back = new StringBuilder(looks).reverse().toString();
        List<String> sounds = Stream.of(lower, looks, back).map(Spelling::sound).toList();
        for (String word : own) {
            String plain = Spelling.plain(word).toLowerCase(Locale.ROOT);
            boolean latin = plain.chars().allMatch(c -> c < 0x250);
            if (plain.length() < (latin ? Words.SHORTEST : 2)) {
                continue;
            }
            String alike = Spelling.letters(plain);
            boolean kana = !plain.equals(word.toLowerCase(Locale.ROOT)) && latin;
            boolean written = !kana && lower.contains(plain);
            boolean alikeOrBack = plain.length() >= IN_OTHERS && (looks.contains(alike) || back.contains(alike));
            String heard = latin ? Spelling.sound(plain) : "";
            boolean sounding = heard.length() >= IN_OTHERS && sounds.stream().anyMatch(s -> s.contains(heard));
            if (written || alikeOrBack || sounding || runs(lower).contains(plain)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static Map<Long, String> looks(Collection<String> own) {
        Map<Long, String> looks = new HashMap<>();
        for (String word : own) {
            String plain = Spelling.plain(word).toLowerCase(Locale.ROOT);
            if (plain.length() >= 2) {
                looks.put(Words.Hash.of(Spelling.letters(plain)), word);
            }
        }
        return looks;
    }

    private static Set<String> runs(String lower) {
        return Set.copyOf(Arrays.asList(lower.split("[^a-z]+", -1)));
    }

    /** One listed word between digits and symbols, however many and whichever. */
    private static Optional<Basis> decorated(String text) {
        return decorated(text, false).or(() -> decorated(text, true));
    }

    private static Optional<Basis> decorated(String text, boolean backwards) {
        Words words = Words.all();
        String lower = text.toLowerCase(Locale.ROOT);
        int first = 0;
        int last = text.length();
        while (first < last && !Spelling.isLetter(text.charAt(first))) {
            first++;
        }
        while (last > first && !Spelling.isLetter(text.charAt(last - 1))) {
            last--;
        }
        int letters =
                (int) text.chars().filter(c -> Spelling.isLetter((char) c)).count();
        // The word may begin or end with what only looks like a letter; where there is no letter, anywhere.
        int latest = letters == 0 ? text.length() : first;
        int earliest = letters == 0 ? 0 : last;
        for (int from = latest; from >= 0; from--) {
            for (int to = Math.max(earliest, from + Words.SHORTEST); to <= text.length(); to++) {
                if (to - from > Words.LONGEST) {
                    break;
                }
                int word = words.listed(lower.substring(from, to), backwards);
                if (word >= 0 && sure(text, from, to, letters, words.isPassword(word))) {
                    return Optional.of(words.basis(word));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether what looks like a word is hardly there by chance. */
    private static boolean sure(String text, int from, int to, int letters, boolean password) {
        String around = text.substring(0, from) + text.substring(to);
        boolean symbols = around.chars().noneMatch(Character::isDigit);
        boolean plain = symbols || (uniform(text.substring(0, from)) && uniform(text.substring(to)));
        int length = to - from;
        if (letters == 0) {
            return length >= IN_OTHERS && symbols;
        }
        if (letters < length && length < SURE) {
            return false;
        }
        if (2 * letters < length) {
            return password && length >= SURE && (letters > 1 || symbols);
        }
        if (plain || (password && (length >= SURE || letters >= IN_OTHERS))) {
            return true;
        }
        long upper = text.chars().filter(Character::isUpperCase).count();
        return length >= SURE && letters >= length - 1 && (upper <= 1 || upper == letters);
    }

    private static boolean uniform(String around) {
        return around.chars().allMatch(Character::isDigit) || around.chars().noneMatch(Character::isDigit);
    }
}
