package org.hoshimori.core.legal;

import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to legal measures. */
sealed interface LegalEvent extends Evident {

    /** Somebody says which measure was taken. */
    record MeasureStated(Actor by, LegalMeasure measure) implements LegalEvent {
        @Override
        public String act() {
            return "legal-measure.stated/1";
        }

        @Override
        public String subject() {
            return measure.subject();
        }

        @Override
        public Optional<String> clause() {
            return Optional.of("ast-1.1.e");
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("laws", measure.laws(), "measure", measure.measure());
        }
    }
}
