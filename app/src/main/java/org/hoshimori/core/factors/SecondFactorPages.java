package org.hoshimori.core.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.identity.Factors;
import org.hoshimori.core.identity.Holder;
import org.hoshimori.core.identity.Holders;
import org.hoshimori.core.identity.Origin;
import org.hoshimori.core.identity.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the second factor: give a code, enrol a telephone, note recovery codes. */
@Controller
@RequestMapping("/second-factor")
@PreAuthorize("isAuthenticated()")
class SecondFactorPages {

    /** In the session, sealed: the secret that the page shows until a code of it confirms it. */
    private static final String PENDING = "second-factor.pending";

    private final SecondFactors factors;
    private final SecretBox box;
    private final Holders holders;
    private final RequestCache asked = new HttpSessionRequestCache();

    SecondFactorPages(SecondFactors factors, SecretBox box, Holders holders) {
        this.factors = factors;
        this.box = box;
        this.holders = holders;
    }

    /**
     * A telephone to enrol.
     *
     * @param key as one types it, in groups of four
     * @param enrolled whether another is enrolled already, of which a code is asked too
     * @param problem a message code, if the last try went wrong
     */
    record EnrolPage(QrPicture qr, String key, OtpAddress address, boolean enrolled, Optional<String> problem) {}

    /**
     * Codes, shown this once.
     *
     * @param on where one goes on to
     */
    record CodesPage(List<String> codes, String name, String on) {}

    @GetMapping
    ModelAndView ask(@AuthenticationPrincipal SignedIn who) {
        return factors.enrolled(who.id()) || factors.heldOtherwise(who.id())
                ? asked(who, false, false)
                : new ModelAndView("redirect:/second-factor/enrol");
    }

    @PostMapping
    ModelAndView give(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!factors.accept(who.id(), code, Origin.of(request))) {
            return asked(who, false, true);
        }
        String on = on(request, response);
        Factors.giveSecond(request, response, who, Origin.of(request));
        return new ModelAndView("redirect:" + on);
    }

    private ModelAndView asked(SignedIn who, boolean renewing, boolean wrong) {
        return new ModelAndView("factors/second-factor", wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("enrolled", factors.enrolled(who.id()))
                .addObject("otherwise", !renewing && factors.heldOtherwise(who.id()))
                .addObject("renewing", renewing)
                .addObject("wrong", wrong);
    }

    @GetMapping("/enrol")
    ModelAndView show(@AuthenticationPrincipal SignedIn who, HttpSession session) {
        return shown(who, pending(who, session).orElseGet(() -> begin(who, session)), Optional.empty());
    }

    @PostMapping("/enrol")
    ModelAndView enrol(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String current,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response) {
        HttpSession session = request.getSession();
        Optional<byte[]> secret = pending(who, session);
        if (secret.isEmpty()) {
            return new ModelAndView("redirect:/second-factor/enrol");
        }
        if (factors.enrolled(who.id()) && !factors.accept(who.id(), current, Origin.of(request))) {
            return shown(who, secret.get(), Optional.of("second-factor.wrong-current"));
        }
        List<String> codes = factors.enrol(who.id(), secret.get(), code, who.actor());
        if (codes.isEmpty()) {
            return shown(who, secret.get(), Optional.of("second-factor.wrong-new"));
        }
        session.removeAttribute(PENDING);
        String on = on(request, response);
        Factors.giveSecond(request, response, who, Origin.of(request));
        return codes(codes, who, on);
    }

    @PostMapping("/recovery-codes")
    ModelAndView renew(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request) {
        if (!factors.accept(who.id(), code, Origin.of(request))) {
            return asked(who, true, true);
        }
        return codes(factors.renewRecovery(who.id(), who.actor()), who, "/account");
    }

    @GetMapping("/recovery-codes")
    ModelAndView askToRenew(@AuthenticationPrincipal SignedIn who) {
        return asked(who, true, false);
    }

    private static ModelAndView codes(List<String> codes, SignedIn who, String on) {
        return new ModelAndView("factors/recovery-codes").addObject("page", new CodesPage(codes, who.name(), on));
    }

    private ModelAndView shown(SignedIn who, byte[] secret, Optional<String> problem) {
        String mail = holders.find(who.id()).map(Holder::mail).orElse("");
        OtpAddress address = new OtpAddress(mail, Base32.encode(secret));
        return new ModelAndView("factors/enrol", problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject(
                        "page",
                        new EnrolPage(
                                QrPicture.of(address.toString()),
                                address.key().replaceAll("(.{4})(?=.)", "$1 "),
                                address,
                                factors.enrolled(who.id()),
                                problem));
    }

    private Optional<byte[]> pending(SignedIn who, HttpSession session) {
        return session.getAttribute(PENDING) instanceof byte[] kept ? box.open(kept, who.getName()) : Optional.empty();
    }

    private byte[] begin(SignedIn who, HttpSession session) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        session.setAttribute(PENDING, box.seal(secret, who.getName()));
        return secret;
    }

    /** Where somebody wanted to go before the log-in. */
    private String on(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = asked.getRequest(request, response);
        return saved == null ? "/" : saved.getRedirectUrl();
    }
}
