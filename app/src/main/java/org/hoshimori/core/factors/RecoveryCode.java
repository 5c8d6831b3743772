package org.hoshimori.core.factors;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Codes that stand in for a lost telephone: twelve letters and digits (60 bits) without those that look alike, in groups of four. */
final class RecoveryCode {

    static final int COUNT = 10;
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;

    private RecoveryCode() {}

    /** New ones, all different. */
    static List<String> fresh() {
        SecureRandom random = new SecureRandom();
        return Stream.generate(() -> one(random)).distinct().limit(COUNT).toList();
    }

    private static String one(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** As it is compared, however it was typed; empty if it can't be one. */
    static String plain(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return plain.length() == LENGTH ? plain : "";
    }
}
