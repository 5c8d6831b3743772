package org.hoshimori.core.terminals;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A terminal as the API tells of it. */
record TerminalTold(
        UUID id,
        UUID device,
        String terminalNumber,
        String fingerprint,
        String serial,
        String subject,
        String issuer,
        Instant startsAt,
        Instant expiresAt,
        String state,
        Instant registeredAt,
        Optional<Instant> revokedAt,
        String revocationReason) {

    static TerminalTold of(RegisteredTerminal terminal, Instant now) {
        return new TerminalTold(
                terminal.id(),
                terminal.device().value(),
                terminal.number(),
                terminal.certificate().fingerprint(),
                terminal.certificate().serial(),
                terminal.certificate().subject(),
                terminal.certificate().issuer(),
                terminal.certificate().startsAt(),
                terminal.certificate().expiresAt(),
                terminal.state(now),
                terminal.registeredAt(),
                terminal.revokedAt(),
                terminal.reason());
    }
}
