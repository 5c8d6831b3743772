package org.hoshimori.core.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Holds a new password against the regulation ({@code acc-9.3}). */
final class PasswordCheck {

    private static final int LONGEST = 200;
    private static final int SHORTEST_NAME = 3;

    private PasswordCheck() {}

    static List<Objection> objections(String password, Holder holder, String company, AccountRule rule) {
        List<Objection> found = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        if (length < rule.minLength()) {
            found.add(Objection.of("password.too-short", rule.minLength(), length));
        }
        if (length > LONGEST) {
            found.add(Objection.of("password.too-long", LONGEST));
        }
        rule.classes().stream()
                .filter(c -> !c.in(password))
                .forEach(
                        c -> found.add(Objection.of("password.lacks-" + c.name().toLowerCase(Locale.ROOT))));
        if (personal(password, holder, company)) {
            found.add(Objection.of("password.personal"));
        }
        if (CommonPasswords.contains(password)) {
            found.add(Objection.of("password.common"));
        }
        return found;
    }

    private static boolean personal(String password, Holder holder, String company) {
        String lower = password.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        holder.words().stream(),
                        Stream.of(company, holder.mail().replaceFirst("@.*", "")))
                .flatMap(s -> Stream.of(s.split("[^\\p{L}\\p{N}]+")))
                .map(s -> s.toLowerCase(Locale.ROOT))
                .filter(s -> s.length() >= (s.chars().allMatch(c -> c < 0x3000) ? SHORTEST_NAME : 2))
                .anyMatch(lower::contains);
    }
}
