package org.hoshimori.core.terminals;

import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to the certificate of a terminal; on the record of its device. */
sealed interface TerminalEvent extends Evident {

    /** Whose it is. */
    ItemId device();

    @Override
    default String subject() {
        return "device:" + device();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("acc-7");
    }

    /** The device is known by this certificate. */
    record TerminalRegistered(Actor by, ItemId device, Certificate certificate) implements TerminalEvent {
        @Override
        public String act() {
            return "terminal.registered/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of(
                    "fingerprint",
                    certificate.fingerprint(),
                    "certificateSerial",
                    certificate.serial(),
                    "certificateOf",
                    certificate.subject(),
                    "issuer",
                    certificate.issuer(),
                    "until",
                    certificate.expiresAt().toString());
        }
    }

    /** It is known by it no longer. */
    record TerminalRevoked(Actor by, ItemId device, String fingerprint, String reason) implements TerminalEvent {
        @Override
        public String act() {
            return "terminal.revoked/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("fingerprint", fingerprint, "reason", reason);
        }
    }
}
