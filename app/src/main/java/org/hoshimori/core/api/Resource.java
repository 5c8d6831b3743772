package org.hoshimori.core.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is served at {@code /api/v1/CODE}. Any room may implement it for what it keeps; what it says of itself is also the
 * API's description.
 *
 * @param <V> what is told of one: a record of texts, numbers, truths, days, instants, ids, options and lists of such and of records
 */
public interface Resource<V extends Record> {

    /** Its name in addresses: {@code people}. */
    String code();

    /** The room whose scope a token needs: {@code organization}. */
    String scope();

    /** What is told of one. */
    Class<V> type();

    /** The id of one, by which {@link #find} finds it again. */
    String id(V shown);

    /** Who may read it: whoever has one of these permissions; everybody where there is none. */
    default Set<String> readers() {
        return Set.of();
    }

    /** What the list may be narrowed by. */
    default List<Filter> filters() {
        return List.of();
    }

    /** A page of what this caller may see. */
    Found<V> page(Wish wish, Caller caller);

    /** One that this caller may see; nothing where there is none or its very existence is none of his or her business. */
    Optional<V> find(String id, Caller caller);

    /** What may be done. */
    default List<Act<?>> acts() {
        return List.of();
    }
}
