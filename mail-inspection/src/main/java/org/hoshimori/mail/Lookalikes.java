package org.hoshimori.mail;

import com.ibm.icu.text.SpoofChecker;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Names that look like others (Unicode Technical Standard 39). */
final class Lookalikes {

    private static final int MOST = 5_000;
    private static final SpoofChecker CHECKER =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    private static final ConcurrentHashMap<Integer, Integer> LATIN = new ConcurrentHashMap<>();

    private Lookalikes() {}

    /** The Latin small letter that a Greek, Cyrillic, Armenian or Cherokee letter looks like; 0 if none. */
    static int latin(int point) {
        if (point < 0x370 || point > 0x13FF || (point > 0x590 && point < 0x13A0)) {
            return 0;
        }
        Integer known = LATIN.get(point);
        if (known == null) {
            String skeleton = CHECKER.getSkeleton(Character.toString(point)).toLowerCase(Locale.ROOT);
            boolean latin = skeleton.length() == 1 && skeleton.charAt(0) >= 'a' && skeleton.charAt(0) <= 'z';
            known = latin ? (int) skeleton.charAt(0) : 0;
            if (LATIN.size() < MOST) {
                LATIN.put(point, known);
            }
        }
        return known;
    }

    /** What a label looks like, digits and letters that are mistaken for each other made one. */
    static String skeleton(String label) {
        String ascii = label.toLowerCase(Locale.ROOT);
        String folded = ascii.chars().allMatch(c -> c < 0x80)
                ? ascii
                : CHECKER.getSkeleton(ascii).toLowerCase(Locale.ROOT);
        return folded.replace("rn", "m")
                .replace("vv", "w")
                .replace("cl", "d")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('i', 'l')
                .replace('3', 'e')
                .replace('5', 's');
    }

    /** Whether a label mixes scripts that no language mixes. */
    static boolean mixesScripts(String label) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        label.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        Set<UnicodeScript> japanese =
                EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.LATIN);
        Set<UnicodeScript> korean = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.LATIN);
        return scripts.size() > 1 && !japanese.containsAll(scripts) && !korean.containsAll(scripts);
    }
}
