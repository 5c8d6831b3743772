package org.hoshimori.core.revision;

import org.jspecify.annotations.Nullable;

/** What a draft is called, from when it is to hold, and why it is made. */
record DescriptionForm(String name, String from, String note, int version) {

    DescriptionForm(@Nullable String name, @Nullable String from, @Nullable String note, int version) {
        this.name = name == null ? "" : name;
        this.from = from == null ? "" : from;
        this.note = note == null ? "" : note;
        this.version = version;
    }

    static DescriptionForm of(Draft draft) {
        return new DescriptionForm(
                draft.name(), draft.from().map(Object::toString).orElse(""), draft.note(), draft.version());
    }
}
