package org.hoshimori.core.terminals;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.identity.Terminal;

/**
 * A device with a certificate by which it is known.
 *
 * @param number of the device, as it is called now
 * @param retired whether the device is not used any more
 * @param reason for which it was revoked; empty where it was not
 */
record RegisteredTerminal(
        UUID id,
        ItemId device,
        String number,
        boolean retired,
        Certificate certificate,
        Instant registeredAt,
        Optional<Instant> revokedAt,
        String reason) {

    /** What it is worth at this instant. */
    Terminal at(Instant now) {
        if (revokedAt.isPresent()) {
            return new Terminal.Unknown(Terminal.Why.REVOKED);
        }
        if (retired) {
            return new Terminal.Unknown(Terminal.Why.UNREGISTERED);
        }
        return now.isBefore(certificate.startsAt()) || now.isAfter(certificate.expiresAt())
                ? new Terminal.Unknown(Terminal.Why.EXPIRED)
                : new Terminal.Known(number);
    }

    /** The same as a page and the API say it. */
    String state(Instant now) {
        return switch (at(now)) {
            case Terminal.Known known -> "valid";
            case Terminal.Unknown(Terminal.Why why) -> why == Terminal.Why.UNREGISTERED ? "retired" : why.code();
        };
    }
}
