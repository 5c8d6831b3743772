package org.hoshimori.core.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.proof.Hash;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sessions that somebody has open, on whatever device; an ended one is refused at its next request. */
@Service
public class Sessions {

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> open;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(
            ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> open,
            ApplicationEventPublisher events,
            Clock clock) {
        this.open = open;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A session as a page lists it.
     *
     * @param handle what a form names it by; the id itself would let its reader in
     * @param here whether it is the one that looks
     */
    public record Row(String handle, boolean here, ZonedDateTime started, ZonedDateTime lastUsed, Origin origin) {}

    /** All of somebody's, the last used first. */
    public List<Row> of(PersonId person, String here) {
        return sessions(person).values().stream()
                .filter(s -> !s.isExpired())
                .map(s -> new Row(
                        handle(s.getId()),
                        s.getId().equals(here),
                        s.getCreationTime().atZone(clock.getZone()),
                        s.getLastAccessedTime().atZone(clock.getZone()),
                        origin(s)))
                .sorted(Comparator.comparing(Row::lastUsed).reversed())
                .toList();
    }

    /** Ends one; nothing happens if it has ended meanwhile. */
    @Transactional
    public void end(PersonId person, String handle, Actor by) {
        endIf(person, id -> handle(id).equals(handle), by);
    }

    /** Ends all but this one. */
    @Transactional
    public void endOthers(PersonId person, String here, Actor by) {
        endIf(person, id -> !id.equals(here), by);
    }

    /** Ends all. */
    @Transactional
    public void endAll(PersonId person, Actor by) {
        endIf(person, id -> true, by);
    }

    private void endIf(PersonId person, Predicate<String> which, Actor by) {
        List<String> ended = sessions(person).keySet().stream().filter(which).toList();
        open.ifAvailable(repository -> ended.forEach(repository::deleteById));
        if (!ended.isEmpty()) {
            events.publishEvent(new AccountEvent.SessionsEnded(by, person, ended.size()));
        }
    }

    private Map<String, ? extends Session> sessions(PersonId person) {
        FindByIndexNameSessionRepository<? extends Session> repository = open.getIfAvailable();
        return repository == null ? Map.of() : repository.findByPrincipalName(person.toString());
    }

    private static Origin origin(Session session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        Authentication found = context == null ? null : context.getAuthentication();
        return found != null && found.getDetails() instanceof Origin origin ? origin : Origin.UNKNOWN;
    }

    private static String handle(String id) {
        byte[] hash = Hash.sha256(id.getBytes(StandardCharsets.US_ASCII)).bytes();
        return HexFormat.of().formatHex(hash, 0, Long.BYTES);
    }
}
