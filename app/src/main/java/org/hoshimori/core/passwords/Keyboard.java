package org.hoshimori.core.passwords;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where characters stand on keyboards, American and Japanese (JIS). */
final class Keyboard {

    private static final List<Keyboard> ALL = List.of(
            new Keyboard(
                    List.of("`1234567890-=", " qwertyuiop[]\\", " asdfghjkl;'", " zxcvbnm,./"),
                    List.of("~!@#$%^&*()_+", " QWERTYUIOP{}|", " ASDFGHJKL:\"", " ZXCVBNM<>?")),
            new Keyboard(
                    List.of(" 1234567890-^\\", " qwertyuiop@[", " asdfghjkl;:]", " zxcvbnm,./\\"),
                    List.of(" !\"#$%&'()~=~|", " QWERTYUIOP`{", " ASDFGHJKL+*}", " ZXCVBNM<>?_")),
            new Keyboard(List.of("789", "456", "123", "0"), List.of()));

    private final Map<Character, Integer> places = new HashMap<>();

    private Keyboard(List<String> plain, List<String> shifted) {
        for (List<String> rows : List.of(plain, shifted)) {
            for (int y = 0; y < rows.size(); y++) {
                for (int x = 0; x < rows.get(y).length(); x++) {
                    if (rows.get(y).charAt(x) != ' ') {
                        places.putIfAbsent(rows.get(y).charAt(x), 16 * y + x);
                    }
                }
            }
        }
    }

    static List<Keyboard> all() {
        return ALL;
    }

    /** How far apart two keys are: {@link #FAR}, or the direction from one to the other. */
    int direction(char from, char to) {
        Integer a = places.get(from);
        Integer b = places.get(to);
        if (a == null || b == null) {
            return FAR;
        }
        int dy = b / 16 - a / 16;
        int dx = b % 16 - a % 16;
        boolean beside = dy == 0 ? Math.abs(dx) <= 1 : Math.abs(dy) == 1 && Math.abs(dx) <= 1;
        return beside ? 4 * dy + dx : FAR;
    }

    static final int FAR = 99;

    /** The text as it were typed with the hands a key to the right ({@code -1}: the text of somebody whose hands were there). */
    static String shifted(String text, int by) {
        Keyboard american = ALL.getFirst();
        StringBuilder shifted = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            Integer place = american.places.get(text.charAt(i));
            char found = text.charAt(i);
            if (place != null) {
                for (Map.Entry<Character, Integer> key : american.places.entrySet()) {
                    if (key.getValue() == place + by && isPlain(key.getKey())) {
                        found = key.getKey();
                    }
                }
            }
            shifted.append(found);
        }
        return shifted.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "`-=[]\\;',./".indexOf(c) >= 0;
    }
}
