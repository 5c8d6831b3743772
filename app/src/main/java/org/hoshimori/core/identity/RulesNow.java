package org.hoshimori.core.identity;

import java.util.List;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.parameters.RegParameters;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.springframework.stereotype.Component;

/** What the regulation in force asks of an account now. */
@Component
class RulesNow {

    private final RegulationInForce inForce;
    private final Permissions permissions;

    RulesNow(RegulationInForce inForce, Permissions permissions) {
        this.inForce = inForce;
        this.permissions = permissions;
    }

    /** Of this person's account, by what he or she may do at present. */
    AccountRule of(PersonId person) {
        return of(!permissions.of(person).isEmpty());
    }

    /** Of a privileged or a general account. */
    AccountRule of(boolean privileged) {
        return AccountRule.of(inForce.now(), privileged);
    }

    /** What speaks against a password under this rule, apart from its having been used before. */
    List<Objection> objections(String password, Holder holder, AccountRule rule) {
        Revision revision = inForce.now();
        String company =
                revision.value(RegParameters.COMPANY).map(w -> w.in(Lang.JA)).orElse("");
        return PasswordCheck.objections(password, holder, company, rule);
    }
}
