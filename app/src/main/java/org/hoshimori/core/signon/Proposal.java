package org.hoshimori.core.signon;

import java.time.ZonedDateTime;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;

/** That somebody should hold a post, because he or she is in a group there; it waits until somebody decides. */
record Proposal(UUID id, PersonId person, String post, String group, ZonedDateTime at) {}
