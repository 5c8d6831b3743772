package org.hoshimori.core.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Passwords that everybody tries first: words of lists, also with digits or symbols at the ends or in place of letters. */
final class CommonPasswords {

    private static final String FROM = "013457@$!";
    private static final String TO = "oieastasi";
    private static final int SHORTEST_CORE = 4;

    private static final Set<String> WORDS = read();

    private CommonPasswords() {}

    private static Set<String> read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("/identity/common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            Set<String> words = new HashSet<>();
            in.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(words::add);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean contains(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return listed(lower) || listed(letters(lower));
    }

    private static boolean listed(String text) {
        String core = text.replaceAll("^[^a-z]+|[^a-z]+$", "");
        return WORDS.contains(text)
                || (core.length() >= SHORTEST_CORE && WORDS.contains(core))
                || (core.length() >= 2 * SHORTEST_CORE && doubled(core));
    }

    private static boolean doubled(String core) {
        for (int length = SHORTEST_CORE; length <= core.length() / 2; length++) {
            String word = core.substring(0, length);
            if (core.length() % length == 0
                    && WORDS.contains(word)
                    && word.repeat(core.length() / length).equals(core)) {
                return true;
            }
        }
        return false;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            int at = FROM.indexOf(c);
            letters.append(at < 0 ? (char) c : TO.charAt(at));
        });
        return letters.toString();
    }
}
