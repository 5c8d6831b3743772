package org.hoshimori.core.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.factors.SecondFactors;
import org.hoshimori.core.identity.AccountRule;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Doorkeeper;
import org.hoshimori.core.identity.Holder;
import org.hoshimori.core.identity.HolderUnknown;
import org.hoshimori.core.identity.Holders;
import org.hoshimori.core.identity.LogInHistory;
import org.hoshimori.core.identity.Objection;
import org.hoshimori.core.identity.Origin;
import org.hoshimori.core.identity.Sessions;
import org.hoshimori.core.identity.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own account: password, second factor, sessions, log-ins. */
@Controller
@RequestMapping("/account")
@PreAuthorize("isAuthenticated()")
class MyAccountPages {

    private final Holders holders;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final LogInHistory history;
    private final Clock clock;

    MyAccountPages(
            Holders holders,
            Accounts accounts,
            SecondFactors factors,
            Sessions sessions,
            LogInHistory history,
            Clock clock) {
        this.holders = holders;
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.history = history;
        this.clock = clock;
    }

    /**
     * The account.
     *
     * @param changedAt when the password was set
     * @param changeBy until when it must be changed, where the regulation says so
     * @param demanded whether the regulation demands a second factor of it
     */
    record MyPage(
            Optional<ZonedDateTime> changedAt,
            Optional<ZonedDateTime> changeBy,
            boolean enrolled,
            boolean demanded,
            int recoveryCodes,
            List<Sessions.Row> sessions,
            List<LogInHistory.Row> logIns) {
        public boolean more() {
            return logIns.size() == LogInHistory.PAGE;
        }
    }

    /** The form to change the password. */
    record PasswordPage(boolean forced, AccountRule rule, List<Objection> objections) {}

    @GetMapping
    ModelAndView account(
            @RequestParam(defaultValue = "0") long before, @AuthenticationPrincipal SignedIn who, HttpSession session) {
        AccountRule rule = accounts.rule(who.id());
        Optional<Instant> changed = accounts.passwordSince(who.id());
        return new ModelAndView("accounts/my-account")
                .addObject(
                        "page",
                        new MyPage(
                                changed.map(this::local),
                                changed.flatMap(rule::changeBy).map(this::local),
                                factors.enrolled(who.id()),
                                rule.secondFactor(),
                                factors.recoveryCodes(who.id()),
                                sessions.of(who.id(), session.getId()),
                                history.page(who.id(), before)));
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(clock.getZone());
    }

    @PostMapping("/sessions/{handle}/end")
    String end(@PathVariable String handle, @AuthenticationPrincipal SignedIn who) {
        sessions.end(who.id(), handle, who.actor());
        return "redirect:/account";
    }

    @PostMapping("/sessions/end-others")
    String endOthers(@AuthenticationPrincipal SignedIn who, HttpSession session) {
        sessions.endOthers(who.id(), session.getId(), who.actor());
        return "redirect:/account";
    }

    @GetMapping("/password")
    ModelAndView password(@AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
        return password(who, request, HttpStatus.OK, List.of());
    }

    @PostMapping("/password")
    ModelAndView change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request) {
        Holder holder = holders.find(who.id()).orElseThrow(() -> new HolderUnknown(who.id()));
        List<Objection> objections = accounts.changeOwn(holder, current, password, Origin.of(request));
        if (!objections.isEmpty()) {
            return password(who, request, HttpStatus.UNPROCESSABLE_CONTENT, objections);
        }
        sessions.endOthers(who.id(), request.getSession().getId(), who.actor());
        return new ModelAndView("redirect:/account?changed");
    }

    /** Where an auditor lands who wanted to change something. */
    @RequestMapping("/read-only")
    ModelAndView readOnly() {
        return new ModelAndView("accounts/read-only", HttpStatus.FORBIDDEN);
    }

    private ModelAndView password(
            SignedIn who, HttpServletRequest request, HttpStatus status, List<Objection> objections) {
        boolean forced = request.getAttribute(Doorkeeper.MISSING) != null;
        return new ModelAndView("accounts/password", status)
                .addObject("page", new PasswordPage(forced, accounts.rule(who.id()), objections));
    }
}
