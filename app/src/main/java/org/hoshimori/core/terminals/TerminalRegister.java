package org.hoshimori.core.terminals;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.Terminal;
import org.hoshimori.core.identity.Terminals;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of terminals: which device is known by which certificate ({@code acc-7}). */
@Service
class TerminalRegister implements Terminals {

    private final TerminalTable table;
    private final TerminalAuthorities authorities;
    private final OwnNetworks networks;
    private final Estate estate;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TerminalRegister(
            TerminalTable table,
            TerminalAuthorities authorities,
            OwnNetworks networks,
            Estate estate,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.authorities = authorities;
        this.networks = networks;
        this.estate = estate;
        this.events = events;
        this.clock = clock;
    }

    /** Why a certificate can't be entered; nothing was written. */
    enum Refusal {
        /** No device in use bears the number. */
        NO_DEVICE,
        /** It is no certificate of a client, or more than one. */
        UNREADABLE,
        /** Its time is over. */
        EXPIRED,
        /** None of the authorities that the server was told of has signed it. */
        NOT_OURS,
        /** It is in the register, or was revoked. */
        TAKEN;

        /** Which field of the form it concerns. */
        String field() {
            return this == NO_DEVICE ? "terminalNumber" : "certificate";
        }

        /** The message that says so. */
        String message() {
            return "terminals.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What an entry comes to. */
    sealed interface Outcome {
        /** It is written. */
        record Done(UUID id) implements Outcome {}

        /** It is not, and why. */
        record Refused(List<Refusal> why) implements Outcome {}
    }

    @Override
    public Terminal of(HttpServletRequest request) {
        return authorities.on()
                ? ShownCertificate.of(request)
                        .filter(authorities::signed)
                        .map(this::known)
                        .orElseGet(() -> new Terminal.Unknown(Terminal.Why.NONE))
                : new Terminal.Unknown(Terminal.Why.NONE);
    }

    @Override
    public boolean atHome(HttpServletRequest request) {
        return networks.hold(request.getRemoteAddr());
    }

    private Terminal known(X509Certificate shown) {
        return table.byFingerprint(Certificate.of(shown).fingerprint())
                .map(t -> t.at(clock.instant()))
                .orElseGet(() -> new Terminal.Unknown(Terminal.Why.UNREGISTERED));
    }

    /** Enters a certificate of a device in use. */
    @Transactional
    public Outcome register(TerminalForm form, Actor by) {
        Optional<Item> device = Optional.ofNullable(estate.numbered(Noun.DEVICE, List.of(form.terminalNumber()))
                        .get(form.terminalNumber()))
                .filter(d -> d.state() != Item.State.RETIRED);
        Optional<X509Certificate> read = Certificate.read(form.certificate()).filter(Certificate::forClients);
        List<Refusal> refusals = Arrays.stream(Refusal.values())
                .filter(refusal -> switch (refusal) {
                    case NO_DEVICE -> device.isEmpty();
                    case UNREADABLE -> read.isEmpty();
                    case EXPIRED ->
                        read.filter(c -> c.getNotAfter().toInstant().isBefore(clock.instant()))
                                .isPresent();
                    case NOT_OURS ->
                        authorities.on()
                                && read.filter(c -> !authorities.signed(c)).isPresent();
                    case TAKEN -> false;
                })
                .toList();
        if (!refusals.isEmpty() || device.isEmpty() || read.isEmpty()) {
            return new Outcome.Refused(refusals);
        }
        Certificate certificate = Certificate.of(read.get());
        UUID id = UUID.randomUUID();
        if (!table.insert(id, device.get().id(), certificate, clock.instant())) {
            return new Outcome.Refused(List.of(Refusal.TAKEN));
        }
        events.publishEvent(
                new TerminalEvent.TerminalRegistered(by, device.get().id(), certificate));
        return new Outcome.Done(id);
    }

    /** Takes a certificate out of use, for good; false if that was done before. */
    @Transactional
    public boolean revoke(RegisteredTerminal terminal, String reason, Actor by) {
        if (!table.revoke(terminal.id(), reason, clock.instant())) {
            return false;
        }
        events.publishEvent(new TerminalEvent.TerminalRevoked(
                by, terminal.device(), terminal.certificate().fingerprint(), reason));
        return true;
    }
}
