package org.hoshimori.core.signon;

import java.time.ZonedDateTime;
import java.util.Optional;
import org.hoshimori.core.organization.PersonId;

/** That somebody here is somebody there. */
record Link(
        String issuer,
        String subject,
        PersonId person,
        String mail,
        ZonedDateTime since,
        Optional<ZonedDateTime> lastUsed) {}
