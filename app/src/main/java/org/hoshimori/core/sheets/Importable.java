package org.hoshimori.core.sheets;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hoshimori.core.evidence.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A register that goes out as a table and comes back as one. Any room may implement it for what it keeps; whoever implements it
 * needs to know nothing of files.
 *
 * @param <T> what the register keeps
 */
public interface Importable<T> {

    /** The register's name in addresses and on the command line: {@code people}. */
    String code();

    /** The authority that whoever imports needs. */
    String authority();

    /** Whether somebody with these permissions may export of it what {@link #each} hands over. */
    default boolean exportedTo(Collection<String> authorities) {
        return authorities.contains(authority());
    }

    /** Whether exports look like the table that was last taken in, as companies that keep one expect of theirs. */
    default boolean keepsShape() {
        return false;
    }

    /** The column by which people know a row. */
    default String named() {
        return fields().getFirst().code();
    }

    /** The columns, in the order in which they are written. */
    List<Field> fields();

    /**
     * What tells a row from the others.
     *
     * @param field where it stands, above all
     * @param value empty where the row does not say
     */
    record Key(String field, String value) {}

    /** What tells this row from the others: what stands in its first column, unless the register knows better. */
    default Key key(Entry entry) {
        String field = fields().getFirst().code();
        return new Key(field, entry.text(field).orElse(""));
    }

    /** What is kept already under these keys. */
    Map<String, T> known(Collection<String> keys);

    /** Makes ready to read these rows: what they name is looked up for all of them at once. */
    Reader<T> reader(List<Entry> entries);

    /** Reads rows. */
    @FunctionalInterface
    interface Reader<T> {

        /** What a row describes; what is wrong with it is told to {@code row}, and nothing need come back then. */
        @Nullable
        T read(Reading row, Optional<T> before);
    }

    /** What would be written of these, by the codes of the fields. */
    List<Map<String, String>> shown(List<T> kept, Locale locale);

    /** Enters or changes one; the code of the refusal ({@code sheet.fault.CODE}) if it can't be. Runs in a transaction. */
    Optional<String> write(T described, Optional<T> before, Actor by);

    /**
     * Hands over all that is asked for, in parts.
     *
     * @param asked the filters of the register's list, as its address has them
     */
    void each(Map<String, String> asked, Consumer<List<T>> parts);
}
