package org.hoshimori.core.directory;

import java.util.List;
import java.util.Locale;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that the directory and the register of people say otherwise.
 *
 * @param person whom it is about here, if anybody
 * @param entry whom it is about there, if anybody
 * @param changed the fields of the person that are others there, of a mover
 */
record Difference(
        Kind kind, @Nullable PersonId person, @Nullable Entry entry, List<Field> changed) {

    /** Keeps its own copy. */
    Difference {
        changed = List.copyOf(changed);
    }

    /** What it is. */
    enum Kind {
        /** There and not here. */
        JOINER,
        /** On both sides, with another name, number or address. */
        MOVER,
        /** Here, and there no more, or disabled. */
        LEAVER,
        /** Has left here, and is enabled there still ({@code acc-4.b}). */
        LINGERS,
        /** Number and address name two people here, or two entries name one. */
        CLASH;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What may be another. */
    enum Field {
        NUMBER,
        MAIL,
        FAMILY,
        GIVEN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Field of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** The same difference bears the same key each time. */
    String key() {
        return kind.code() + ":" + (entry != null && (kind == Kind.JOINER || kind == Kind.CLASH) ? entry.dn() : person);
    }
}
