package org.hoshimori.catalog;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** Something that prints within a chapter or clause, in its order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Clause.class, name = "clause"),
    @JsonSubTypes.Type(value = Duty.class, name = "duty"),
    @JsonSubTypes.Type(value = Text.class, name = "text"),
    @JsonSubTypes.Type(value = Table.class, name = "table"),
})
public sealed interface Entry permits Clause, Duty, Text, Table {

    /** The opaque id, never reused. */
    String id();

    /** The condition under which it stands, or null for always. */
    @Nullable
    String when();

    /** Adapted for space operators (the source's green), as we read it. */
    boolean space();
}
