package org.hoshimori.core.factors;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.AccountRule;
import org.hoshimori.core.identity.Door;
import org.hoshimori.core.identity.FurtherFactor;
import org.hoshimori.core.identity.HeldFactors;
import org.hoshimori.core.identity.LogInHistory;
import org.hoshimori.core.identity.Origin;
import org.hoshimori.core.identity.RulesNow;
import org.hoshimori.core.identity.Turnstile;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second factor of accounts ({@code acc-1.d}): a code of an authenticator app (RFC 6238), or one of ten recovery codes. A code
 * counts once, and wrong ones lock the account as wrong passwords do, counted apart.
 */
@Service
public class SecondFactors implements HeldFactors {

    private final FactorSecrets secrets;
    private final RulesNow rules;
    private final Turnstile turnstile;
    private final LogInHistory history;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final List<FurtherFactor> further;
    private final Clock clock;

    SecondFactors(
            FactorSecrets secrets,
            RulesNow rules,
            Turnstile turnstile,
            LogInHistory history,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            List<FurtherFactor> further,
            Clock clock) {
        this.secrets = secrets;
        this.rules = rules;
        this.turnstile = turnstile;
        this.history = history;
        this.events = events;
        this.transaction = transaction;
        this.further = further;
        this.clock = clock;
    }

    @Override
    public boolean enrolled(PersonId person) {
        return secrets.enrolled(person);
    }

    @Override
    public boolean heldOtherwise(PersonId person) {
        return further.stream().anyMatch(f -> f.heldBy(person));
    }

    /** How many recovery codes are left. */
    public int recoveryCodes(PersonId person) {
        return secrets.recoveryCodes(person);
    }

    /** Whether this code may be let through now; it is used up if so. */
    boolean accept(PersonId person, String given, Origin origin) {
        AccountRule rule = rules.of(person);
        if (!turnstile.enter(person, Door.SECOND_FACTOR, rule)) {
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(t -> {
            Actor self = Actor.person(person.value());
            boolean byApp = rightByApp(person, given.replaceAll("\\s", ""));
            boolean right = byApp || secrets.useRecovery(person, RecoveryCode.plain(given));
            events.publishEvent(
                    right
                            ? new SecondFactorEvent.SecondFactorGiven(self, person, origin.address(), !byApp)
                            : new SecondFactorEvent.SecondFactorFailed(Turnstile.DOOR, person, origin.address()));
            history.note(person, Door.SECOND_FACTOR, right, origin);
            turnstile.leave(person, Door.SECOND_FACTOR, rule, right);
            return right;
        }));
    }

    private boolean rightByApp(PersonId person, String code) {
        Optional<byte[]> secret = secrets.find(person);
        if (secret.isEmpty()) {
            return false;
        }
        OptionalLong step = Totp.match(secret.get(), code, clock.instant());
        return step.isPresent() && secrets.useStep(person, step.getAsLong());
    }

    /** Takes a secret for the account's, once a code of it is shown; new recovery codes, or none if the code is wrong. */
    @Transactional
    public List<String> enrol(PersonId person, byte[] secret, String code, Actor by) {
        OptionalLong step = Totp.match(secret, code.replaceAll("\\s", ""), clock.instant());
        if (step.isEmpty()) {
            return List.of();
        }
        secrets.keep(person, secret, step.getAsLong());
        List<String> codes = RecoveryCode.fresh();
        secrets.keepRecovery(person, codes);
        events.publishEvent(new SecondFactorEvent.SecondFactorEnrolled(by, person));
        return codes;
    }

    /** New recovery codes; the old ones are void. */
    @Transactional
    public List<String> renewRecovery(PersonId person, Actor by) {
        List<String> codes = RecoveryCode.fresh();
        secrets.keepRecovery(person, codes);
        events.publishEvent(new SecondFactorEvent.RecoveryCodesRenewed(by, person));
        return codes;
    }

    /** Takes the second factor away, so that the next log-in enrols anew; false of one's own, which another must reset. */
    @Transactional
    public boolean reset(PersonId person, Actor by) {
        if (by.equals(Actor.person(person.value()))) {
            return false;
        }
        boolean others = false;
        for (FurtherFactor factor : further) {
            others |= factor.forget(person, by);
        }
        if (secrets.forget(person) || others) {
            events.publishEvent(new SecondFactorEvent.SecondFactorReset(by, person));
        }
        return true;
    }
}
