package org.hoshimori.chapters.cloud;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Difference;
import org.hoshimori.core.evidence.Evident;

/** What happens to an assessment; asking and deciding are the approval's own events. */
sealed interface AssessmentEvent extends Evident {

    /** The assessment as it is now. */
    Assessment assessment();

    @Override
    default String subject() {
        return assessment().subject();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("ast-4.3");
    }

    @Override
    default Map<String, Object> detail() {
        return described(assessment());
    }

    /** It was written. */
    record Written(Actor by, Assessment assessment) implements AssessmentEvent {
        @Override
        public String act() {
            return "cloud-assessment.written/1";
        }
    }

    /** It was changed; whatever was approved or asked of it holds no more. */
    record Changed(Actor by, Assessment before, Assessment assessment) implements AssessmentEvent {
        @Override
        public String act() {
            return "cloud-assessment.changed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Difference.of(described(before), described(assessment));
        }
    }

    /** It holds from now on. */
    record Begun(Actor by, Assessment assessment) implements AssessmentEvent {
        @Override
        public String act() {
            return "cloud-assessment.begun/1";
        }
    }

    /** The rules make something else of it than was approved. */
    record Lapsed(Actor by, Assessment assessment) implements AssessmentEvent {
        @Override
        public String act() {
            return "cloud-assessment.lapsed/1";
        }
    }

    /** What the record keeps of an assessment, by the names of the form's fields. */
    static Map<String, Object> described(Assessment a) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("service", a.service()),
                Map.entry("provider", "party:" + a.provider()),
                Map.entry("purpose", a.purpose()),
                Map.entry("termsFit", a.terms().yes()),
                Map.entry("termsNote", a.terms().note()),
                Map.entry("policyFit", a.policy().yes()),
                Map.entry("policyNote", a.policy().note()),
                Map.entry("measuresFit", a.measures().yes()),
                Map.entry("measuresNote", a.measures().note()),
                Map.entry("country", a.country()),
                Map.entry("prefecture", a.prefecture()),
                Map.entry("region", a.region()),
                Map.entry("apart", a.apart()),
                Map.entry("endsOn", a.endsOn().toString()),
                Map.entry("assessmentState", a.state().code())));
    }
}
