package org.hoshimori.mail;

import static org.hoshimori.mail.Judgement.holds;
import static org.hoshimori.mail.Judgement.not;
import static org.hoshimori.mail.Judgement.unknown;

import java.util.List;

/** The two signs of the sender's address. */
final class Senders {

    private final Case the;

    Senders(Case the) {
        this.the = the;
    }

    List<Judgement> judge() {
        return List.of(freeMail(Indicator.SENDER_1), signedOtherwise(Indicator.SENDER_2));
    }

    private Judgement freeMail(Indicator indicator) {
        if (the.from().address().isEmpty()) {
            return unknown(indicator, "no-sender");
        }
        return the.context().freeMail(the.from().host())
                ? holds(indicator, "header:From", "free", the.from().host())
                : not(indicator);
    }

    private Judgement signedOtherwise(Indicator indicator) {
        List<String> signed = the.signature().addresses();
        if (the.from().address().isEmpty() || signed.isEmpty()) {
            return unknown(indicator, the.from().address().isEmpty() ? "no-sender" : "no-signature-address");
        }
        for (String each : signed) {
            String host = each.substring(each.lastIndexOf('@') + 1);
            // Another box of the same house is no other sender.
            if (Domains.same(host, the.from().host())) {
                return not(indicator);
            }
        }
        return the.bounce() || the.list()
                ? not(indicator)
                : holds(
                        indicator,
                        "body:" + the.signature().at(),
                        "differs",
                        the.from().address(),
                        signed.getFirst());
    }
}
