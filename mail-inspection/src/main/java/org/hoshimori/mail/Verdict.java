package org.hoshimori.mail;

import java.util.List;
import java.util.Locale;

/** Our own answer, beside the regulation's. */
public enum Verdict {
    DANGEROUS,
    CAUTION,
    CLEAR,
    UNREADABLE;

    /** Sum of weights from which a mail is dangerous; chosen by the curve in {@code docs/measurements.md}. */
    static final int DANGEROUS_FROM = 5;

    /** As written in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In words. */
    public String text(Locale locale) {
        return Reason.of("verdict." + word()).text(locale);
    }

    /** What an indicator adds to the facts; those that facts already carry add nothing. */
    static int weight(Judgement judgement) {
        if (!judgement.holds()) {
            return 0;
        }
        return switch (judgement.indicator()) {
            case THEME_1, THEME_2, THEME_3, THEME_4, THEME_5, THEME_6, BODY_1, BODY_5 -> 2;
            case SENDER_1, SENDER_2, BODY_2 -> 1;
            case BODY_3, BODY_4, ATTACHMENT_1, ATTACHMENT_2, ATTACHMENT_3, ATTACHMENT_4, ATTACHMENT_5 -> 0;
        };
    }

    static Verdict of(List<Judgement> judgements, int score, Mail mail) {
        if (score >= DANGEROUS_FROM) {
            return DANGEROUS;
        }
        if (mail.gaps().contains(Mail.Gap.NOTHING)) {
            return UNREADABLE;
        }
        boolean any = judgements.stream().anyMatch(Judgement::holds);
        boolean gap = !mail.gaps().isEmpty();
        return any || gap ? CAUTION : CLEAR;
    }
}
