package org.hoshimori.core.evidence;

import java.util.Map;
import java.util.Optional;

/** Something that happened and must be on record: every event that changes state is one. */
public interface Evident {

    /** Who did it. */
    Actor by();

    /** What happened, with the version of its detail: {@code person.joined/1}. */
    String act();

    /** What it happened to: kind and id, {@code person:…}. */
    String subject();

    /** The clause of the regulation that asks for it, if one does. */
    default Optional<String> clause() {
        return Optional.empty();
    }

    /** What else is to be known later: text, numbers, booleans, lists and maps of them; the only part that may be redacted. */
    Map<String, Object> detail();
}
