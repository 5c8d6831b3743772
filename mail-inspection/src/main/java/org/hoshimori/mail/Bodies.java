package org.hoshimori.mail;

import static org.hoshimori.mail.Judgement.holds;
import static org.hoshimori.mail.Judgement.not;
import static org.hoshimori.mail.Judgement.unknown;

import java.util.List;
import java.util.Optional;

/** The five signs of the text. */
final class Bodies {

    private static final int ENOUGH_SIGNS = 2;
    private final Case the;

    Bodies(Case the) {
        this.the = the;
    }

    List<Judgement> judge() {
        return List.of(
                unnatural(Indicator.BODY_1),
                foreignIdeographs(Indicator.BODY_2),
                borrowedName(Indicator.BODY_3),
                otherTarget(Indicator.BODY_4),
                wrongSignature(Indicator.BODY_5));
    }

    private Judgement unnatural(Indicator indicator) {
        JapaneseText text = the.japanese();
        if (!text.japanese()) {
            return unknown(indicator, "not-japanese");
        }
        return text.signs().size() >= ENOUGH_SIGNS
                ? holds(indicator, "body", "signs", String.join("」「", text.signs()))
                : not(indicator);
    }

    private Judgement foreignIdeographs(Indicator indicator) {
        JapaneseText text = the.japanese();
        return text.foreignIdeographs().isEmpty()
                ? not(indicator)
                : holds(
                        indicator,
                        "body:" + text.firstForeign(),
                        "ideographs",
                        String.join("", text.foreignIdeographs()));
    }

    private Judgement borrowedName(Indicator indicator) {
        for (Link link : the.links()) {
            Optional<BorrowedName> borrowed = BorrowedName.in(link.url(), the.context());
            if (borrowed.isPresent()) {
                return holds(
                        indicator,
                        "body:" + link.at(),
                        "borrowed",
                        link.url().defanged(),
                        borrowed.get().name());
            }
        }
        return not(indicator);
    }

    private Judgement otherTarget(Indicator indicator) {
        if (!the.page().html()) {
            return not(indicator);
        }
        return ShownTarget.firstMismatch(the.links())
                .map(link -> holds(
                        indicator,
                        "body:" + link.at(),
                        "target",
                        link.shown(),
                        link.url().defanged()))
                .orElse(not(indicator));
    }

    /** Only Japan's numbers are known: a signature of another country says nothing. */
    private boolean japanese() {
        return the.japanese().japanese()
                || the.from().host().endsWith(".jp")
                || !the.signature().organizations().isEmpty();
    }

    private Judgement wrongSignature(Indicator indicator) {
        Signature signature = the.signature();
        if (signature.present() && !signature.phones().isEmpty() && !japanese()) {
            return unknown(indicator, "numbers-elsewhere");
        }
        String where = "body:" + signature.at();
        for (PhoneNumber each : signature.phones()) {
            if (!each.canExist()) {
                return holds(indicator, where, "no-such-number", each.written());
            }
            boolean telephone = signature.phones().stream()
                    .anyMatch(o -> !o.fax() && o.digits().equals(each.digits()));
            if (each.fax() && (telephone || each.mobile())) {
                return holds(indicator, where, telephone ? "fax-is-telephone" : "fax-is-mobile", each.written());
            }
        }
        return signature.present()
                        && !signature.organizations().isEmpty()
                        && signature.phones().isEmpty()
                ? unknown(indicator, "organization")
                : not(indicator);
    }
}
