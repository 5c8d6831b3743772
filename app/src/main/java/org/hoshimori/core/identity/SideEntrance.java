package org.hoshimori.core.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets in whoever has proved at another door who he or she is, under the same rules as by password: absent or locked stays out. */
@Component
public class SideEntrance {

    private final Holders holders;
    private final Accounts accounts;
    private final Sessions sessions;
    private final LogInHistory history;
    private final IdleTime idle;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RequestCache asked = new HttpSessionRequestCache();

    SideEntrance(
            Holders holders,
            Accounts accounts,
            Sessions sessions,
            LogInHistory history,
            IdleTime idle,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.holders = holders;
        this.accounts = accounts;
        this.sessions = sessions;
        this.history = history;
        this.idle = idle;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Somebody who may have an account.
     *
     * @param mail by which he or she logs in
     */
    public record Guest(SignedIn who, String mail) {}

    /** Whoever this is, whether he or she may come in at present or not. */
    public Optional<Guest> known(PersonId person) {
        return holders.find(person).map(h -> new Guest(h.signedIn(), h.mail()));
    }

    /** Whether this person may come in today: is here, and not locked out ({@code acc-2.b}). */
    public boolean admits(PersonId person) {
        return holders.find(person).filter(h -> h.hereOn(LocalDate.now(clock))).isPresent()
                && accounts.lockedUntil(person).isEmpty();
    }

    /**
     * Lets somebody in with a session of his or her own; where he or she wanted to go.
     *
     * @param second whether what was proved there stands for a second factor
     */
    public String enter(
            SignedIn who, Door door, boolean second, HttpServletRequest request, HttpServletResponse response) {
        Origin origin = Origin.of(request);
        transaction.executeWithoutResult(t -> {
            events.publishEvent(new AccountEvent.LoggedIn(who.actor(), who.id(), origin.address(), door));
            history.note(who.id(), door, true, origin);
        });
        SavedRequest saved = asked.getRequest(request, response);
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true);
        idle.applyTo(request);
        Factors.keep(request, response, Factors.by(door, second, who, origin));
        return saved == null ? "/" : saved.getRedirectUrl();
    }

    /** Notes that somebody who is known could not come in there. */
    public void refuse(PersonId person, Door door, Origin origin) {
        transaction.executeWithoutResult(t -> {
            events.publishEvent(new AccountEvent.LogInFailed(Turnstile.DOOR, person, origin.address(), door));
            history.note(person, door, false, origin);
        });
    }

    /** Ends all sessions of somebody. */
    public void endAll(PersonId person, Actor by) {
        sessions.endAll(person, by);
    }

    /** Whether whoever asks has come in less than ten minutes ago, as is asked before a new key is cut. */
    public boolean fresh() {
        Authentication found = SecurityContextHolder.getContext().getAuthentication();
        return found != null && Factors.freshAt(found, clock.instant());
    }
}
