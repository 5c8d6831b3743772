package org.hoshimori.core.identity;

import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** What is asked of somebody between password and first page. */
@Component
class LogInSteps {

    private final SecondFactors factors;
    private final RulesNow rules;

    LogInSteps(SecondFactors factors, RulesNow rules) {
        this.factors = factors;
        this.rules = rules;
    }

    /** What is still missing. */
    enum Step {
        /** Nothing. */
        NONE(""),
        /** A code of the second factor. */
        CODE("/second-factor"),
        /** A second factor altogether, which the regulation demands. */
        ENROL("/second-factor/enrol");

        private final String place;

        Step(String place) {
            this.place = place;
        }

        /** The page that asks for it. */
        String place() {
            return place;
        }
    }

    /** The next that is missing, of somebody whose password was right. */
    Step missing(PersonId person, boolean secondGiven) {
        if (!secondGiven) {
            if (factors.enrolled(person)) {
                return Step.CODE;
            }
            if (rules.of(person).secondFactor()) {
                return Step.ENROL;
            }
        }
        return Step.NONE;
    }
}
