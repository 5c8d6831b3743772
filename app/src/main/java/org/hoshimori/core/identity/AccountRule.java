package org.hoshimori.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.catalog.ParameterKey;
import org.hoshimori.catalog.Span;
import org.hoshimori.catalog.parameters.AccParameters;
import org.hoshimori.core.regulation.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What a revision asks of an account ({@code acc-9.3}): of a privileged one more than of a general one.
 *
 * @param revision the number of the revision that says so
 * @param minLength of a password, in characters
 * @param classes of which each must occur in a password
 * @param history how long an earlier password may not be used again
 * @param threshold failed log-ins in a row until the account is locked
 * @param locked how long it then is
 * @param changeAfter how long a password may be used, or null for ever
 * @param secondFactor whether a second factor is demanded ({@code acc-1.d}): see {@link #reach}
 * @param terminal whether it may be used from registered terminals only ({@code acc-7})
 */
public record AccountRule(
        int revision,
        boolean privileged,
        int minLength,
        Set<Letters> classes,
        Duration history,
        int threshold,
        Duration locked,
        @Nullable Duration changeAfter,
        boolean secondFactor,
        boolean terminal) {

    private static final int INTERNAL = 2;
    private static final int TOP_SECRET = 3;

    /** Kinds of characters. */
    enum Letters {
        UPPER,
        LOWER,
        DIGIT,
        SYMBOL;

        boolean in(String password) {
            return password.codePoints().anyMatch(this::has);
        }

        private boolean has(int c) {
            return switch (this) {
                case UPPER -> Character.isUpperCase(c);
                case LOWER -> Character.isLowerCase(c);
                case DIGIT -> Character.isDigit(c);
                case SYMBOL -> !Character.isLetterOrDigit(c) && !Character.isWhitespace(c);
            };
        }
    }

    static AccountRule of(Revision revision, boolean privileged) {
        return privileged
                ? new AccountRule(
                        revision.number(),
                        true,
                        number(revision, AccParameters.MIN_LENGTH_9_3_P),
                        letters(revision.value(AccParameters.CHARACTER_CLASSES_9_3_P)
                                .orElse(Set.of())),
                        span(revision, AccParameters.PASSWORD_HISTORY_9_3_P),
                        number(revision, AccParameters.LOCKOUT_THRESHOLD_9_3_P),
                        span(revision, AccParameters.LOCKOUT_DURATION_9_3_P),
                        changePeriod(revision),
                        secondFactor(revision, true),
                        terminal(revision, true))
                : new AccountRule(
                        revision.number(),
                        false,
                        number(revision, AccParameters.MIN_LENGTH_9_3_G),
                        letters(revision.value(AccParameters.CHARACTER_CLASSES_9_3_G)
                                .orElse(Set.of())),
                        span(revision, AccParameters.PASSWORD_HISTORY_9_3_G),
                        number(revision, AccParameters.LOCKOUT_THRESHOLD_9_3_G),
                        span(revision, AccParameters.LOCKOUT_DURATION_9_3_G),
                        revision.value(AccParameters.PERIODIC_CHANGE)
                                        .filter(AccParameters.PeriodicChange.AS_PRIVILEGED::equals)
                                        .isPresent()
                                ? changePeriod(revision)
                                : null,
                        secondFactor(revision, false),
                        terminal(revision, false));
    }

    /** Until when a password that was set then may be used, if its time is limited. */
    public Optional<Instant> changeBy(Instant set) {
        return Optional.ofNullable(changeAfter).map(set::plus);
    }

    private static @Nullable Duration changePeriod(Revision revision) {
        return revision.value(AccParameters.CHANGE_PERIOD)
                .map(Span::approximateSeconds)
                .map(Duration::ofSeconds)
                .orElse(null);
    }

    private static boolean secondFactor(Revision revision, boolean privileged) {
        return revision.value(AccParameters.MFA_LEVEL)
                .map(level -> reach(privileged) >= level)
                .orElse(privileged);
    }

    private static boolean terminal(Revision revision, boolean privileged) {
        return revision.value(AccParameters.OWN_TERMINALS)
                .filter(whose -> switch (whose) {
                    case EVERYBODY -> true;
                    case PRIVILEGED -> privileged;
                    case NOT_DEMANDED -> false;
                })
                .isPresent();
    }

    /**
     * The highest confidentiality that an account reaches in this system. The clause speaks of the level of what a system handles.
     * Here it is the permission that decides what one gets to see: registers of the company are internal (2); the record, accounts
     * and the making of regulations, which take a permission, are top secret (3).
     */
    private static int reach(boolean privileged) {
        return privileged ? TOP_SECRET : INTERNAL;
    }

    private static int number(Revision revision, ParameterKey.OfInteger key) {
        return revision.value(key).map(Math::toIntExact).orElseThrow();
    }

    private static Duration span(Revision revision, ParameterKey.OfSpan key) {
        return revision.value(key)
                .map(Span::approximateSeconds)
                .map(Duration::ofSeconds)
                .orElseThrow();
    }

    private static Set<Letters> letters(Set<? extends Enum<?>> chosen) {
        Set<Letters> letters = EnumSet.noneOf(Letters.class);
        chosen.forEach(c -> letters.add(Letters.valueOf(c.name().toUpperCase(Locale.ROOT))));
        return letters;
    }
}
