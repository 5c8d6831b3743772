package org.hoshimori.chapters.takeouts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What protects an asset on its way; each answers to a clause. */
public enum Measure {
    /** What is saved on it is encrypted, by the unit that the regulation chooses. */
    ENCRYPTED("ast-2.b"),
    /** A security lock is set. */
    LOCKED("ast-2.c"),
    /** All needless data was erased with a tool for complete erasure, before what is taken was saved. */
    ERASED("ast-2.d"),
    /** A tag, a strap or a bell, as the regulation chooses, keeps it from being lost unnoticed. */
    TAGGED("ast-2.e"),
    /** What goes over a network outdoors goes encrypted. */
    SENT_ENCRYPTED("ast-2.f"),
    /** The taker keeps it where it can be watched, always. */
    WATCHED("ast-2.g");

    private static final int INTERNAL = 2;

    private final String clause;

    Measure(String clause) {
        this.clause = clause;
    }

    /** The clause that asks for it; of encryption on media other than notebooks, {@code ast-2.d}. */
    public String clause(Medium medium) {
        return this == ENCRYPTED && medium != Medium.NOTEBOOK ? ERASED.clause : clause;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Measure> find(String code) {
        return Arrays.stream(values()).filter(m -> m.code().equals(code)).findFirst();
    }

    /**
     * What the regulation asks of an asset on this medium.
     *
     * @param level its confidentiality, 1 to 3
     * @param network whether assets are sent or received over a network outdoors
     */
    public static Set<Measure> needed(Medium medium, int level, boolean network) {
        Set<Measure> needed = EnumSet.of(WATCHED);
        switch (medium) {
            case NOTEBOOK -> needed.add(ENCRYPTED);
            case PHONE -> needed.add(LOCKED);
            case SMALL -> needed.addAll(EnumSet.of(ERASED, ENCRYPTED, TAGGED));
            case DRIVE -> needed.addAll(EnumSet.of(ERASED, ENCRYPTED));
            case PAPER -> {
                // To be watched only.
            }
        }
        if (network && level >= INTERNAL && medium != Medium.PAPER) {
            needed.add(SENT_ENCRYPTED);
        }
        return needed;
    }
}
