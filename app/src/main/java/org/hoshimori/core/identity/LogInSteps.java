package org.hoshimori.core.identity;

import java.time.Clock;
import org.hoshimori.core.organization.PersonId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/** What is asked of somebody between password and first page. */
@Component
class LogInSteps {

    private final HeldFactors factors;
    private final Passwords passwords;
    private final Clock clock;

    LogInSteps(HeldFactors factors, Passwords passwords, Clock clock) {
        this.factors = factors;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What is still missing. */
    enum Step {
        /** Nothing. */
        NONE(""),
        /** A code of the second factor, or a passkey. */
        CODE("/second-factor"),
        /** A second factor altogether, which the regulation demands. */
        ENROL("/second-factor/enrol"),
        /** A new password: the present one's time is over, or it was set before the account became privileged. */
        PASSWORD("/account/password");

        private final String place;

        Step(String place) {
            this.place = place;
        }

        /** The page that asks for it. */
        String place() {
            return place;
        }
    }

    /**
     * The next that is missing, of somebody who came in so and whose account is under this rule. Who has a passkey, but came in
     * without it, shows it where a second factor is demanded, lest the password alone enrol another; a password that nobody gave
     * need not be changed.
     */
    Step missing(PersonId person, AccountRule rule, Authentication in) {
        if (!Factors.second(in)) {
            if (factors.enrolled(person)) {
                return Step.CODE;
            }
            if (rule.secondFactor()) {
                return factors.heldOtherwise(person) ? Step.CODE : Step.ENROL;
            }
        }
        if (!Factors.has(in, FactorGrantedAuthority.PASSWORD_AUTHORITY)) {
            return Step.NONE;
        }
        return passwords.since(person).filter(s -> due(s, rule)).isPresent() ? Step.PASSWORD : Step.NONE;
    }

    private boolean due(Passwords.Since set, AccountRule rule) {
        return (rule.privileged() && !set.privileged())
                || rule.changeBy(set.at())
                        .filter(by -> !by.isAfter(clock.instant()))
                        .isPresent();
    }
}
