package org.hoshimori.core.duties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.core.company.CompanyProfile;
import org.hoshimori.core.regulation.Consequence;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Regulation;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Which duties would come, go, or be due at other times under another regulation. */
@Component
class DutyConsequences implements Consequence {

    private final ImpliedDuties implied;
    private final CompanyProfile company;
    private final DutyTitles titles;

    DutyConsequences(ImpliedDuties implied, CompanyProfile company, DutyTitles titles) {
        this.implied = implied;
        this.company = company;
        this.titles = titles;
    }

    @Override
    public List<Effect> of(Regulation now, Regulation draft, Instant at) {
        Map<String, Implied> before = by(now);
        Map<String, Implied> after = by(draft);
        List<Effect> effects = new ArrayList<>();
        after.forEach((code, duty) -> {
            Implied was = before.get(code);
            if (was == null) {
                effects.add(effect("consequence.duty-comes", duty));
            } else if (!when(was).equals(when(duty))) {
                effects.add(effect("consequence.duty-moves", duty));
            }
        });
        before.forEach((code, duty) -> {
            if (!after.containsKey(code)) {
                effects.add(effect("consequence.duty-goes", duty));
            }
        });
        return effects;
    }

    private Map<String, Implied> by(Regulation regulation) {
        Map<String, Implied> duties = new HashMap<>();
        implied.by(
                        new Revision(-1, Instant.EPOCH, "", regulation),
                        company.now().fiscalYearBegins())
                .forEach(d -> duties.put(d.kind().code(), d));
        return duties;
    }

    /** All that decides when it is due. */
    private static String when(Implied duty) {
        return duty.rhythm().map(Rhythm::signature).orElse("") + duty.within();
    }

    private Effect effect(String message, Implied duty) {
        String title = titles.of(duty.kind().code(), LocaleContextHolder.getLocale());
        return new Effect(Kind.DUTY, message, List.of(title), List.of(), "/regulation/clause/" + duty.clause());
    }
}
