package org.hoshimori.core.identity;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.parameters.RegParameters;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.springframework.stereotype.Component;

/** What the regulation in force asks of an account now. */
@Component
public class RulesNow {

    /** What stands in the names of many companies. */
    private static final Pattern LEGAL_FORM = Pattern.compile(
            "株式会社|有限会社|合同会社|（株）|\\(株\\)|\\b(?i:inc|corp|corporation|co|ltd|llc|kk|company|limited)\\b\\.?");

    private final RegulationInForce inForce;
    private final Permissions permissions;
    private final DepartmentRegister departments;

    RulesNow(RegulationInForce inForce, Permissions permissions, DepartmentRegister departments) {
        this.inForce = inForce;
        this.permissions = permissions;
        this.departments = departments;
    }

    /** Of this person's account, by what he or she may do at present. */
    public AccountRule of(PersonId person) {
        return of(!permissions.of(person).isEmpty());
    }

    /** The same of somebody who was read already. */
    AccountRule of(Holder holder) {
        return of(!permissions.of(holder).isEmpty());
    }

    /** Of a privileged or a general account. */
    AccountRule of(boolean privileged) {
        return AccountRule.of(inForce.now(), privileged);
    }

    /** What speaks against a password under this rule, apart from its having been used before. */
    List<Objection> objections(String password, Holder holder, AccountRule rule) {
        Revision revision = inForce.now();
        List<String> company = revision.value(RegParameters.COMPANY).stream()
                .flatMap(w -> Stream.of(w.in(Lang.JA), w.in(Lang.EN)))
                .map(name -> LEGAL_FORM.matcher(name).replaceAll(""))
                .toList();
        List<String> around = departments.open().stream()
                .flatMap(d -> Stream.of(d.name(), d.nameEn()))
                .toList();
        return PasswordCheck.objections(password, holder, company, around, rule);
    }
}
