package org.hoshimori.core.passwords;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Words of lists, found by how they look and, Japanese ones, by how they sound; some four megabytes, read when first needed. */
final class Words {

    /** Longer ones are not looked for. */
    static final int LONGEST = 24;

    static final int SHORTEST = 3;

    /** A list, whether it is Japanese, so that its words are known by their sound too, and whether of passwords. */
    private record Source(String name, boolean japanese, boolean passwords) {}

    private static final List<Source> SOURCES = List.of(
            new Source("own-words", true, true),
            new Source("common-passwords", false, true),
            new Source("more-passwords", false, true),
            new Source("japanese-common", true, true),
            new Source("english-words", false, false),
            new Source("japanese-words", true, false));

    private static final Words ALL = new Words();

    private final byte[] text;
    /** Where well-known passwords end and other words begin. */
    private int passwords;

    private final Index looks;
    private final Index sounds;

    private Words() {
        ByteArrayOutputStream all = new ByteArrayOutputStream(1 << 20);
        looks = new Index(1 << 18);
        sounds = new Index(1 << 17);
        SOURCES.forEach(source -> read(source, all));
        text = all.toByteArray();
    }

    static Words all() {
        return ALL;
    }

    private void read(Source source, ByteArrayOutputStream all) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("/passwords/" + source.name() + ".txt")),
                StandardCharsets.UTF_8))) {
            int rank = 0;
            for (String word = in.readLine(); word != null; word = in.readLine()) {
                if (word.isBlank() || word.startsWith("#")) {
                    continue;
                }
                rank++;
                if (word.length() >= SHORTEST && word.length() <= LONGEST) {
                    add(word, rank, source, all);
                }
            }
            if (source.passwords()) {
                passwords = all.size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String word, int rank, Source source, ByteArrayOutputStream all) {
        int at = all.size();
        byte[] bytes = word.getBytes(StandardCharsets.ISO_8859_1);
        all.write(worth(rank));
        all.write(bytes.length);
        all.writeBytes(bytes);
        looks.add(looksOf(word), at);
        if (source.japanese()) {
            sounds.add(soundOf(word), at);
        }
    }

    /** How many bits an attacker pays for a word of this place in a list: ten at least, so that four words make a passphrase. */
    private static int worth(int rank) {
        return Math.max(10, 32 - Integer.numberOfLeadingZeros(rank));
    }

    private static long looksOf(String word) {
        long hash = Hash.START;
        for (int i = 0; i < word.length(); i++) {
            hash = Hash.with(hash, Spelling.letter(word.charAt(i)));
        }
        return hash;
    }

    private static long soundOf(String word) {
        return Hash.of(Spelling.sound(word));
    }

    /** The word that looks like that, or −1. */
    int byLooks(long hash) {
        return looks.get(hash);
    }

    /** The Japanese word that sounds like that, or −1. */
    int bySound(String letters) {
        return sounds.get(soundOf(letters));
    }

    /** The word that this text in lower case is, by its looks or by its sound, or else backwards; −1 if it is none. */
    int listed(String lower, boolean backwards) {
        String letters = Spelling.letters(lower);
        if (backwards) {
            return byLooks(Hash.of(new StringBuilder(letters).reverse().toString()));
        }
        int word = byLooks(Hash.of(letters));
        boolean written = lower.chars().allMatch(c -> Spelling.isLetter((char) c));
        return word < 0 && written && letters.length() > SHORTEST ? bySound(letters) : word;
    }

    /** Whether it is a well-known password, not just a word. */
    boolean isPassword(int word) {
        return word < passwords;
    }

    Basis basis(int word) {
        return new Basis(Basis.Kind.WORD, text(word));
    }

    /** In how many characters a text of that word's looks differs from it, counted from here. */
    int differences(int word, String lower, int from) {
        int differences = 0;
        for (int k = 0; k < text[word + 1]; k++) {
            differences += (text[word + 2 + k] & 0xFF) == lower.charAt(from + k) ? 0 : 1;
        }
        return differences;
    }

    /** What an attacker pays for it. */
    int bits(int word) {
        return text[word];
    }

    private String text(int word) {
        return new String(text, word + 2, text[word + 1], StandardCharsets.ISO_8859_1);
    }

    /**
     * Sixty-four bits of a text, of which those of its parts can be joined; that two collide among so few words need not be feared.
     */
    static final class Hash {
        static final long START = 0;
        private static final long FACTOR = 0xD6E8FEB86659FD93L;

        private Hash() {}

        static long with(long hash, char c) {
            return hash * FACTOR + c;
        }

        static long of(String text) {
            long hash = START;
            for (int i = 0; i < text.length(); i++) {
                hash = with(hash, text.charAt(i));
            }
            return hash;
        }

        /** Of two texts, one after the other. */
        static long joined(long head, long tail, int lengthOfTail) {
            return head * POWERS[lengthOfTail] + tail;
        }

        private static final long[] POWERS = powers();

        private static long[] powers() {
            long[] powers = new long[LONGEST + 2];
            powers[0] = 1;
            for (int i = 1; i < powers.length; i++) {
                powers[i] = powers[i - 1] * FACTOR;
            }
            return powers;
        }
    }

    /** Hashes and where their words stand; the first word of a hash stays. */
    private static final class Index {
        private long[] hashes;
        private int[] words;
        private int size;

        Index(int capacity) {
            hashes = new long[capacity];
            words = new int[capacity];
        }

        void add(long hash, int word) {
            if (4 * size > 3 * hashes.length) {
                grow();
            }
            int slot = slot(hash);
            if (hashes[slot] == 0) {
                hashes[slot] = hash;
                words[slot] = word;
                size++;
            }
        }

        private void grow() {
            long[] oldHashes = hashes;
            int[] oldWords = words;
            hashes = new long[2 * oldHashes.length];
            words = new int[2 * oldWords.length];
            for (int i = 0; i < oldHashes.length; i++) {
                if (oldHashes[i] != 0) {
                    int slot = slot(oldHashes[i]);
                    hashes[slot] = oldHashes[i];
                    words[slot] = oldWords[i];
                }
            }
        }

        private int slot(long hash) {
            int mask = hashes.length - 1;
            int slot = (int) (hash ^ (hash >>> 32)) & mask;
            while (hashes[slot] != 0 && hashes[slot] != hash) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        int get(long hash) {
            int slot = slot(hash);
            return hashes[slot] == 0 ? -1 : words[slot];
        }
    }
}
