package org.hoshimori.core.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hoshimori.core.passwords.Basis;
import org.hoshimori.core.passwords.Guessable;

/** Holds a new password against the regulation ({@code acc-9.3}). */
final class PasswordCheck {

    private static final int LONGEST = 200;

    private PasswordCheck() {}

    /**
     * What speaks against it.
     *
     * @param company its names, none of which may stand in a password
     * @param around other words of the company, such as names of departments, on which it may not be based
     */
    static List<Objection> objections(
            String password, Holder holder, Collection<String> company, Collection<String> around, AccountRule rule) {
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
        List<String> own = words(Stream.of(
                        holder.words().stream(),
                        company.stream(),
                        Stream.of(holder.mail().replaceFirst("@.*", "")))
                .flatMap(s -> s));
        if (Guessable.own(password, own).isPresent()) {
            found.add(Objection.of("password.personal"));
            return found;
        }
        List<String> known =
                Stream.concat(own.stream(), words(around.stream()).stream()).toList();
        Guessable.basis(password, known).map(PasswordCheck::objection).ifPresent(found::add);
        return found;
    }

    private static List<String> words(Stream<String> names) {
        return names.flatMap(s -> Stream.concat(Stream.of(s), Stream.of(s.split("[^\\p{L}\\p{N}]+", -1))))
                .filter(s -> !s.isBlank())
                .distinct()
                .toList();
    }

    private static Objection objection(Basis basis) {
        return switch (basis.kind()) {
            case OWN -> Objection.of("password.around", basis.text());
            case WORD -> Objection.of("password.common", basis.text());
            case KEYS -> Objection.of("password.keys", basis.text());
            case SEQUENCE -> Objection.of("password.sequence");
        };
    }
}
