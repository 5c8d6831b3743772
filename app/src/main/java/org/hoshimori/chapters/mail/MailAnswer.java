package org.hoshimori.chapters.mail;

import java.util.List;
import java.util.Locale;
import org.hoshimori.mail.Fact;
import org.hoshimori.mail.Inspection;
import org.hoshimori.mail.Judgement;
import org.hoshimori.mail.Preview;

/**
 * What a page says of a mail, in its reader's language.
 *
 * @param preview as harmless text
 */
record MailAnswer(
        Inspection inspection,
        String verdict,
        String advice,
        List<Line> signs,
        List<Line> facts,
        List<String> gaps,
        String preview) {

    /**
     * A sign or a fact.
     *
     * @param state {@code holds}, {@code not}, {@code unknown}; of a fact {@code against} or {@code for}
     */
    record Line(String title, String state, String reason, String place) {}

    static MailAnswer of(Inspection inspection, byte[] mail, Locale locale) {
        return new MailAnswer(
                inspection,
                inspection.verdict().text(locale),
                inspection.advice(locale),
                inspection.judgements().stream().map(j -> line(j, locale)).toList(),
                inspection.facts().stream().map(f -> line(f, locale)).toList(),
                inspection.gaps(locale),
                Preview.of(mail));
    }

    private static Line line(Judgement judgement, Locale locale) {
        return new Line(
                judgement.indicator().title(locale),
                judgement.state().word(),
                judgement.reason().text(locale),
                judgement.place(locale));
    }

    private static Line line(Fact fact, Locale locale) {
        return new Line("", fact.reassures() ? "for" : "against", fact.reason().text(locale), fact.place(locale));
    }

    /** How the box around the verdict looks. */
    public String look() {
        return switch (inspection.verdict()) {
            case DANGEROUS -> "wrong";
            case CAUTION, UNREADABLE -> "warn";
            case CLEAR -> "fine";
        };
    }
}
