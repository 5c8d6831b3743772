package org.hoshimori.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The answers for one message.
 *
 * @param several from how many indicators on the regulation's count makes it suspect
 * @param judgements all 18, in the regulation's order
 * @param score sum of the weights of facts
 * @param gaps what could not be read, as codes
 * @param nested the same for each message within it
 */
public record Inspection(
        String messageId,
        String from,
        String subject,
        int several,
        List<Judgement> judgements,
        List<Fact> facts,
        int score,
        Verdict verdict,
        Set<String> gaps,
        List<Inspection> nested,
        long millis) {

    public Inspection {
        judgements = List.copyOf(judgements);
        facts = List.copyOf(facts);
        gaps = Set.copyOf(gaps);
        nested = List.copyOf(nested);
    }

    /** How many indicators hold. */
    public int count() {
        return (int) judgements.stream().filter(Judgement::holds).count();
    }

    /** Whether several indicators meet, as the regulation asks. */
    public boolean suspect() {
        return count() >= several;
    }

    /** What to do, as a message code's last part. */
    String advice() {
        return switch (verdict) {
            case DANGEROUS -> "dangerous";
            case CAUTION, UNREADABLE -> suspect() ? "suspect" : verdict.word();
            case CLEAR -> "clear";
        };
    }

    /** What to do, in words. */
    public String advice(Locale locale) {
        return Reason.of("advice." + advice()).text(locale);
    }

    /** What could not be read, in words. */
    public List<String> gaps(Locale locale) {
        return gaps.stream()
                .sorted()
                .map(g -> Reason.of("gap." + g).text(locale))
                .toList();
    }

    /** The judgement on this indicator. */
    public Judgement on(Indicator indicator) {
        return judgements.stream()
                .filter(j -> j.indicator() == indicator)
                .findFirst()
                .orElseThrow();
    }

    /** The fact of this name, if it was found. */
    public Optional<Fact> fact(FactName name) {
        return facts.stream().filter(f -> f.name() == name).findFirst();
    }
}
