package org.hoshimori.core.accounts;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.factors.SecondFactors;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Holder;
import org.hoshimori.core.identity.HolderUnknown;
import org.hoshimori.core.identity.Holders;
import org.hoshimori.core.identity.LogInHistory;
import org.hoshimori.core.identity.Objection;
import org.hoshimori.core.identity.Sessions;
import org.hoshimori.core.organization.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The pages of accounts: invite, release, set a password. */
@Controller
class AccountPages {

    private final Holders holders;
    private final Accounts accounts;
    private final Invitations invitations;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final LogInHistory history;
    private final Clock clock;

    AccountPages(
            Holders holders,
            Accounts accounts,
            Invitations invitations,
            SecondFactors factors,
            Sessions sessions,
            LogInHistory history,
            Clock clock) {
        this.holders = holders;
        this.accounts = accounts;
        this.invitations = invitations;
        this.factors = factors;
        this.sessions = sessions;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Somebody's account.
     *
     * @param link of an invitation made just now; it is shown this once
     */
    record AccountPage(
            Holder holder,
            boolean open,
            boolean secondFactor,
            Optional<ZonedDateTime> lockedUntil,
            Optional<String> link,
            List<Sessions.Row> sessions,
            List<LogInHistory.Row> logIns) {}

    /** A page to set a password, behind a link. */
    record InvitationPage(String key, String name, List<Objection> objections) {}

    @GetMapping("/accounts/{id}")
    @PreAuthorize("hasAuthority('accounts')")
    ModelAndView account(@PathVariable PersonId id) {
        return page(id, Optional.empty());
    }

    @PostMapping("/accounts/{id}/invite")
    @PreAuthorize("hasAuthority('accounts')")
    ModelAndView invite(@PathVariable PersonId id, Actor actor) {
        holder(id);
        String key = invitations.invite(id, actor);
        String link = Invitations.link(key);
        return page(id, Optional.of(link));
    }

    @PostMapping("/accounts/{id}/unlock")
    @PreAuthorize("hasAuthority('accounts')")
    ModelAndView unlock(@PathVariable PersonId id, Actor actor) {
        holder(id);
        return accounts.unlock(id, actor)
                ? new ModelAndView("redirect:/accounts/" + id)
                : refused(id, "account.own-lock");
    }

    @PostMapping("/accounts/{id}/second-factor/reset")
    @PreAuthorize("hasAuthority('accounts')")
    ModelAndView resetSecondFactor(@PathVariable PersonId id, Actor actor) {
        holder(id);
        if (!factors.reset(id, actor)) {
            return refused(id, "account.own-second-factor");
        }
        sessions.endAll(id, actor);
        return new ModelAndView("redirect:/accounts/" + id);
    }

    @PostMapping("/accounts/{id}/sessions/end")
    @PreAuthorize("hasAuthority('accounts')")
    String endSessions(@PathVariable PersonId id, Actor actor) {
        holder(id);
        sessions.endAll(id, actor);
        return "redirect:/accounts/" + id;
    }

    private ModelAndView refused(PersonId id, String why) {
        ModelAndView page = page(id, Optional.empty()).addObject("refusal", why);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @GetMapping("/invitation")
    @PreAuthorize("permitAll()")
    ModelAndView invitation(@RequestParam(defaultValue = "") String key) {
        return invitation(key, guest(key), HttpStatus.OK, List.of());
    }

    @PostMapping("/invitation")
    @PreAuthorize("permitAll()")
    ModelAndView accept(@RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String password) {
        Holder guest = guest(key);
        List<Objection> objections = invitations.accept(guest, password);
        return objections.isEmpty()
                ? new ModelAndView("redirect:/log-in?started")
                : invitation(key, guest, HttpStatus.UNPROCESSABLE_CONTENT, objections);
    }

    private Holder guest(String key) {
        return invitations.guest(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView invitation(String key, Holder guest, HttpStatus status, List<Objection> objections) {
        return new ModelAndView("accounts/invitation", status)
                .addObject("page", new InvitationPage(key, guest.name(), objections));
    }

    private Holder holder(PersonId id) {
        return holders.find(id).orElseThrow(() -> new HolderUnknown(id));
    }

    private ModelAndView page(PersonId id, Optional<String> link) {
        return new ModelAndView("accounts/account")
                .addObject(
                        "page",
                        new AccountPage(
                                holder(id),
                                accounts.has(id),
                                factors.enrolled(id) || factors.heldOtherwise(id),
                                accounts.lockedUntil(id).map(i -> i.atZone(clock.getZone())),
                                link,
                                sessions.of(id, ""),
                                history.page(id, 0)));
    }
}
