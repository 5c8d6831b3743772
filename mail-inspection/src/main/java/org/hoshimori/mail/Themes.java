package org.hoshimori.mail;

import static org.hoshimori.mail.Judgement.holds;
import static org.hoshimori.mail.Judgement.not;

import java.util.List;
import java.util.Optional;

/** The six themes. Each is judged by what the message says, who sends it and whether it wants something opened. */
final class Themes {

    private final Case the;
    private final Cues.Found cues;

    Themes(Case the) {
        this.the = the;
        this.cues = the.cues();
    }

    List<Judgement> judge() {
        return List.of(
                mustOpen(Indicator.THEME_1),
                tempting(Indicator.THEME_2),
                firstNotice(Indicator.THEME_3),
                toEverybody(Indicator.THEME_4),
                unexpectedNotice(Indicator.THEME_5),
                asksSecret(Indicator.THEME_6));
    }

    private Judgement mustOpen(Indicator indicator) {
        if (the.knownSender() || the.bounce() || the.list() || !the.opens()) {
            return not(indicator);
        }
        // An enquiry wants its paper read; a newsletter merely mentions enquiries.
        boolean asks = cues.has(Cue.CLICK) || the.attached();
        for (Cue cue : List.of(Cue.PRESS, Cue.JOB, Cue.INQUIRY, Cue.SURVEY)) {
            if (asks && about(cue) && !massMail()) {
                return holds(
                        indicator,
                        cues.hit(cue).where(),
                        cue.section(),
                        cues.hit(cue).words());
            }
        }
        return not(indicator);
    }

    private Judgement tempting(Indicator indicator) {
        if (the.knownSender() || the.bounce() || the.list() || !the.opens() || massMail()) {
            return not(indicator);
        }
        for (Cue cue : List.of(Cue.INTERNAL_PAPER, Cue.VIP)) {
            if (about(cue) && (cues.has(Cue.CLICK) || the.attached())) {
                return holds(
                        indicator,
                        cues.hit(cue).where(),
                        cue.section(),
                        cues.hit(cue).words());
            }
        }
        return not(indicator);
    }

    private Judgement firstNotice(Indicator indicator) {
        Optional<Names.Owner> named = publicBody();
        if (named.isEmpty() || the.bounce() || the.list() || the.context().known(the.from()) || the.answers()) {
            return not(indicator);
        }
        boolean inName = the.context().publicBodies().in(the.from().name()).isPresent();
        for (Cue cue : List.of(
                Cue.OFFICIAL_SECURITY, Cue.OFFICIAL_EPIDEMIC, Cue.OFFICIAL_DISASTER, Cue.OFFICIAL_OTHER, Cue.REFUND)) {
            if (about(cue) || (inName && cues.early(cue))) {
                return holds(
                        indicator,
                        cues.hit(cue).where(),
                        "notice",
                        named.get().name(),
                        cues.hit(cue).words());
            }
        }
        return not(indicator);
    }

    /** The public body that the message claims to come from: in the sender's name, subject, signature or first lines. */
    private Optional<Names.Owner> publicBody() {
        Names bodies = the.context().publicBodies();
        String text = the.page().text();
        String head = text.substring(0, Math.min(160, text.length()));
        String foot = the.signature().present() ? text.substring(the.signature().at()) : "";
        return bodies.in(the.from().name())
                .or(() -> bodies.owning(the.from().host()))
                .or(() -> the.from().host().endsWith(".go.jp")
                                || the.from().host().endsWith(".lg.jp")
                        ? Optional.of(new Names.Owner(the.from().host(), DomainSet.of(List.of())))
                        : Optional.empty())
                .or(() -> bodies.in(foot.substring(0, Math.min(400, foot.length()))))
                .or(() -> bodies.in(the.mail().subject()))
                .or(() -> bodies.in(head));
    }

    private Judgement toEverybody(Indicator indicator) {
        if (the.bounce() || the.list() || !the.opens() || the.answers()) {
            return not(indicator);
        }
        for (Cue cue : List.of(Cue.HR, Cue.POLICY, Cue.RESEND)) {
            boolean wide = cues.has(Cue.TO_ALL) || (cue == Cue.RESEND && the.attached()) || cue == Cue.HR;
            if (about(cue) && wide && !massMail()) {
                return holds(
                        indicator,
                        cues.hit(cue).where(),
                        cue.section(),
                        cues.hit(cue).words());
            }
        }
        return not(indicator);
    }

    private Judgement unexpectedNotice(Indicator indicator) {
        if (the.context().known(the.from()) || the.bounce() || the.list() || the.answers() || !the.opens()) {
            return not(indicator);
        }
        if (verifiedOwner()) {
            return not(indicator); // the company itself writes about what was ordered there
        }
        for (Cue cue : List.of(Cue.PARCEL, Cue.BOOKING, Cue.PAYMENT_NOTICE)) {
            if (cue == Cue.PAYMENT_NOTICE && signedByItsHouse()) {
                continue; // an invoice of a company that says who it is belongs to every day's business
            }
            boolean much = cues.inSubject(cue) || cues.count(cue) >= (cue == Cue.PAYMENT_NOTICE ? 3 : 2);
            if (much && about(cue) && (cues.has(Cue.CLICK) || the.attached() || cues.has(Cue.CONFIRM))) {
                return holds(
                        indicator,
                        cues.hit(cue).where(),
                        cue.section(),
                        cues.hit(cue).words());
            }
        }
        return not(indicator);
    }

    private Judgement asksSecret(Indicator indicator) {
        if (the.page().asksSecret()) {
            return holds(indicator, "body", "form");
        }
        if (the.bounce() || the.list()) {
            return not(indicator);
        }
        boolean opens = the.opens() || cues.has(Cue.REQUEST_REPLY);
        boolean wants = cues.has(Cue.CONFIRM);
        if (opens
                && wants
                && cues.early(Cue.SECRET)
                && (cues.has(Cue.ACCOUNT_TROUBLE) || cues.inSubject(Cue.SECRET) || cues.count(Cue.SECRET) >= 2)) {
            return holds(
                    indicator,
                    cues.hit(Cue.SECRET).where(),
                    "secret",
                    cues.hit(Cue.SECRET).words());
        }
        if (opens
                && wants
                && cues.early(Cue.ACCOUNT_TROUBLE)
                && (cues.has(Cue.DEADLINE)
                        || cues.inSubject(Cue.ACCOUNT_TROUBLE)
                        || cues.count(Cue.ACCOUNT_TROUBLE) >= 2)) {
            Cues.Hit hit = cues.hit(Cue.ACCOUNT_TROUBLE);
            return holds(indicator, hit.where(), "trouble", hit.words());
        }
        return not(indicator);
    }

    /** Whether the signature names an address of the sender's own domain, and that is not one that anybody gets. */
    private boolean signedByItsHouse() {
        String host = the.from().host();
        return !the.context().freeMail(host)
                && !the.context().cheapSuffix(host)
                && the.signature().addresses().stream()
                        .anyMatch(a -> Domains.same(a.substring(a.lastIndexOf('@') + 1), host));
    }

    /** Whether the receiving server verified a well-known company as the sender. */
    private boolean verifiedOwner() {
        String host = the.from().host();
        return the.context().brands().owning(host).isPresent()
                && !the.context().freeMail(host)
                && the.authentication().vouchedFor(host);
    }

    /** Whether this is what the mail is about: in its subject, or twice and early in the text. */
    private boolean about(Cue cue) {
        return cues.inSubject(cue) || (cues.early(cue) && cues.count(cue) >= 2);
    }

    /** Sent to many who asked for it: a newsletter. */
    private boolean massMail() {
        return the.mail().headers().has("List-Unsubscribe")
                || the.mail().headers().has("List-Id");
    }
}
