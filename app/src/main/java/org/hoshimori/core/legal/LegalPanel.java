package org.hoshimori.core.legal;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the page of an act shows of laws: those that govern what it deals with, and the measure that was taken. */
@Component
public class LegalPanel {

    /** Model name under which the fragment {@code legal/panel} looks for it. */
    public static final String NAME = "legal";

    private final LegalMeasures measures;

    LegalPanel(LegalMeasures measures) {
        this.measures = measures;
    }

    /**
     * Of one act.
     *
     * @param laws that govern it now
     * @param mayState whether whoever looks may say what was done
     */
    public record Shown(Set<String> laws, Optional<LegalMeasure> measure, boolean mayState) {

        /** Keeps its own copy. */
        public Shown {
            laws = Set.copyOf(laws);
        }

        /** A law governs it, and of that one nothing was said. */
        public boolean lacking() {
            return !laws.isEmpty()
                    && !measure.map(m -> m.laws().containsAll(laws)).orElse(false);
        }

        /** There is something to show. */
        public boolean any() {
            return !laws.isEmpty() || measure.isPresent();
        }
    }

    /** Of an act with this subject. */
    public Shown of(String subject, Set<String> laws, boolean mayState) {
        return new Shown(laws, measures.of(subject), mayState);
    }

    /** What was sent by the panel's form, as it is kept; empty if nothing can be kept of it. */
    public static Optional<String> read(String sent) {
        String measure = sent.strip();
        return measure.isEmpty() || measure.length() > LegalMeasure.LONGEST ? Optional.empty() : Optional.of(measure);
    }
}
