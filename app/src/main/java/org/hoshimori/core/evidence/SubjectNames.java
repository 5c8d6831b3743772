package org.hoshimori.core.evidence;

import java.util.Optional;

/** What the ids of a room are called today, for pages; evidence itself holds ids only. Any room may implement it. */
public interface SubjectNames {

    /** The name of what bears this id ({@code person:…}), if it is this room's. */
    Optional<String> nameOf(String id);
}
