package org.hoshimori.core.passkeys;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * One passkey, as its owner sees it.
 *
 * @param name the owner's word for it
 * @param carried whether its maker carries it to other devices of the owner
 */
record Passkey(UUID id, String name, boolean carried, ZonedDateTime since, Optional<ZonedDateTime> lastUsed) {

    static final int LONGEST_NAME = 60;
    /** More than anybody needs, and a bound for the page. */
    static final int MOST = 20;
}
