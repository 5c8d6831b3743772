package org.hoshimori.core.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Somebody's account, as the API tells it; the id is the person's. */
record AccountTold(
        UUID id,
        String staffNumber,
        String mail,
        boolean open,
        boolean secondFactor,
        Optional<Instant> lockedUntil,
        Optional<Instant> invitedUntil) {

    static AccountTold of(AccountList.Row row) {
        return new AccountTold(
                row.person().id().value(),
                row.person().staffNumber(),
                row.person().mail(),
                row.open(),
                row.secondFactor(),
                row.lockedUntil().map(t -> t.toInstant()),
                row.invitedUntil().map(t -> t.toInstant()));
    }
}
