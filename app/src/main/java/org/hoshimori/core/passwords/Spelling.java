package org.hoshimori.core.passwords;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Ways of writing one word: letters that look like digits and symbols, romaji, kana. */
final class Spelling {

    private static final String LOOKS = "4@a 8b (<{c 3e 96g #h 1!|li 0o 5$s 7+t 2z ";
    private static final char[] LETTER = new char[128];

    private static final String KANA = "あaいiうuえeおoかkaきkiくkuけkeこkoさsaしsiすsuせseそsoたtaちtiつtuてteとtoなnaにniぬnuねneのno"
            + "はhaひhiふhuへheほhoまmaみmiむmuめmeもmoやyaゆyuよyoらraりriるruれreろroわwaゐiゑeをoんnがgaぎgiぐguげgeごgo"
            + "ざzaじziずzuぜzeぞzoだdaぢziづzuでdeどdoばbaびbiぶbuべbeぼboぱpaぴpiぷpuぺpeぽpoゔvu";
    private static final Map<Character, String> ROMAJI = romaji();

    static {
        for (char c = 0; c < LETTER.length; c++) {
            LETTER[c] = Character.toLowerCase(c);
        }
        for (String group : LOOKS.trim().split(" ", -1)) {
            char letter = group.charAt(group.length() - 1);
            for (int i = 0; i < group.length(); i++) {
                LETTER[group.charAt(i)] = letter;
            }
        }
    }

    private Spelling() {}

    private static Map<Character, String> romaji() {
        Map<Character, String> romaji = new HashMap<>();
        char kana = 0;
        StringBuilder letters = new StringBuilder();
        String kanaAndEnd = KANA + "あ";
        for (int i = 0; i < kanaAndEnd.length(); i++) {
            char c = kanaAndEnd.charAt(i);
            if (c < 128) {
                letters.append(c);
            } else {
                if (kana != 0) {
                    romaji.put(kana, letters.toString());
                    letters.setLength(0);
                }
                kana = c;
            }
        }
        return romaji;
    }

    /** Half width, and kana in romaji; the case stays. */
    static String plain(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(narrow.length());
        for (int i = 0; i < narrow.length(); i++) {
            char c = narrow.charAt(i);
            char hira = c >= 'ァ' && c <= 'ヴ' ? (char) (c - 0x60) : c;
            String letters = ROMAJI.get(hira);
            int small = "ぁぃぅぇぉゃゅょ".indexOf(hira);
            if (small >= 0 && !plain.isEmpty()) {
                plain.setLength(plain.length() - 1);
                plain.append(small < 5 ? "" : "y").append("aiueoauo".charAt(small));
            } else if (letters != null) {
                plain.append(letters);
            } else if (hira != 'っ' && hira != 'ー') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** The letter that a character stands for: {@code @} for a, {@code 0} for o; i for l too. */
    static char letter(char c) {
        return c < LETTER.length ? LETTER[c] : c;
    }

    /** The text in such letters. */
    static String letters(String lower) {
        StringBuilder letters = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            letters.append(letter(lower.charAt(i)));
        }
        return letters.toString();
    }

    /** Whether it is a letter by itself, not by its looks. */
    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    }

    /**
     * What all romanisations of a word have in common: {@code syachou} and {@code shacho} give {@code syatyo}. Of lower-case letters,
     * in which l has become i and stands for r.
     */
    static String sound(String word) {
        StringBuilder s = new StringBuilder(word.length() + 4);
        String w = word.toLowerCase(Locale.ROOT);
        int n = w.length();
        for (int i = 0; i < n; i++) {
            char c = w.charAt(i);
            char next = i + 1 < n ? w.charAt(i + 1) : 0;
            char after = i + 2 < n ? w.charAt(i + 2) : 0;
            switch (c) {
                case 's' -> {
                    if (next == 'h') {
                        i += 1;
                        add(s, after == 'i' ? "s" : "sy");
                    } else {
                        add(s, "s");
                    }
                }
                case 'c' -> {
                    if (next == 'h') {
                        i += 1;
                        add(s, after == 'i' ? "t" : "ty");
                    } else {
                        add(s, next == 'y' ? "t" : "k");
                    }
                }
                case 't' -> {
                    if (next == 's') {
                        i += 1;
                    }
                    if (!(next == 'c' && after == 'h')) {
                        add(s, "t");
                    }
                }
                case 'f' -> add(s, "h");
                case 'j' -> {
                    if (next == 'y') {
                        i += 1;
                    }
                    add(s, next == 'i' ? "z" : "zy");
                }
                case 'd' -> {
                    if (next == 'z') {
                        i += 1;
                    }
                    add(s, next == 'z' || next == 'u' || next == 'y' ? "z" : "d");
                }
                case 'l' -> add(s, "r");
                case 'm' -> add(s, next == 'b' || next == 'p' ? "n" : "m");
                case 'u' -> {
                    if (s.isEmpty() || s.charAt(s.length() - 1) != 'o') {
                        add(s, "u");
                    }
                }
                case 'h' -> {
                    boolean vowel = "aiueoy".indexOf(next) >= 0 && next != 0;
                    if (vowel || s.isEmpty() || s.charAt(s.length() - 1) != 'o') {
                        add(s, "h");
                    }
                }
                case '-', '\'' -> {}
                default -> s.append(s.length() > 0 && s.charAt(s.length() - 1) == c ? "" : String.valueOf(c));
            }
        }
        return s.toString();
    }

    private static void add(StringBuilder s, String letters) {
        int same = !s.isEmpty() && s.charAt(s.length() - 1) == letters.charAt(0) ? 1 : 0;
        s.append(letters, same, letters.length());
    }
}
