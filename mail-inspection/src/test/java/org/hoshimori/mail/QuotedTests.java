package org.hoshimori.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a forward quotes in its text is judged like a message of its own. */
class QuotedTests {

    private static final String DANGEROUS = """
            Is this real?

            %s: Bank <info@smbc-direct.cyou>
            %s: Your account has been locked

            Verify your password within 24 hours: http://203.0.113.9/login
            """;

    private static Letter forward(String prefix, String from, String subject) {
        return Letter.from("Laura <laura@example1.co.jp>")
                .subject(prefix + " Your account has been locked")
                .text(DANGEROUS.formatted(from, subject));
    }

    @ParameterizedTest
    @CsvSource({
        "Fwd:, From, Subject",
        "FW:, > From, > Subject",
        "WG:, Von, Betreff",
        "ENC:, De, Assunto",
        "TR:, De, Objet",
        "RV:, De, Asunto",
        "Doorst:, Van, Onderwerp",
        "転送:, 差出人, 件名"
    })
    void judgesWhatAForwardQuotes(String prefix, String from, String subject) {
        Inspection inspection = forward(prefix, from, subject).inspect();
        assertThat(inspection.fact(FactName.FORWARDED_DANGEROUS)).isPresent();
        assertThat(inspection.verdict()).isEqualTo(Verdict.DANGEROUS);
        assertThat(inspection.nested())
                .singleElement()
                .satisfies(n -> assertThat(n.from()).isEqualTo("info@smbc-direct.cyou"));
    }

    @Test
    void whoForwardsDoesNotMakeItHarmless() {
        Context known = Context.standard()
                .with(java.util.Set.of("example1.co.jp"), java.util.Set.of("laura@example1.co.jp"), 2);
        Inspection inspection =
                Inspector.with(known).inspect(forward("Fwd:", "From", "Subject").bytes());
        assertThat(inspection.fact(FactName.KNOWN_SENDER)).isPresent();
        assertThat(inspection.verdict()).isEqualTo(Verdict.DANGEROUS);
    }

    @Test
    void anAnswerForwardsNothing() {
        assertThat(forward("Re:", "From", "Subject").inspect().nested()).isEmpty();
    }

    @Test
    void aForwardWithinAForwardEnds() {
        String text = "From: a <a@example.com>\nSubject: Fwd: x\n\n".repeat(5_000);
        Inspection inspection =
                Letter.from("a <a@example1.co.jp>").subject("Fwd: x").text(text).inspect();
        assertThat(inspection.nested())
                .singleElement()
                .satisfies(n -> assertThat(n.nested()).isEmpty());
    }
}
