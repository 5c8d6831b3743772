package org.hoshimori.chapters.cloud;

import java.util.Map;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.ParameterKey;
import org.hoshimori.catalog.parameters.AstParameters;
import org.hoshimori.core.regulation.RegulationInForce;
import org.springframework.stereotype.Component;

/** What the regulation in force says of cloud backups. */
@Component
class Rules {

    private final RegulationInForce regulation;

    Rules(RegulationInForce regulation) {
        this.regulation = regulation;
    }

    Places.CountryFit country(Assessment assessment) {
        return Places.country(assessment.country(), text(AstParameters.COUNTRIES));
    }

    Places.RegionFit region(Assessment assessment) {
        return Places.region(assessment.country(), assessment.prefecture(), text(AstParameters.OWN_REGIONS));
    }

    Map<String, Object> record(Assessment assessment) {
        return assessment.record(country(assessment), region(assessment));
    }

    /** Code of the post that approves. */
    String approver() {
        return regulation.now().value(AstParameters.APPROVER).orElse("security-officer");
    }

    private String text(ParameterKey.OfText parameter) {
        return regulation
                .now()
                .value(parameter)
                .map(w -> w.in(Lang.JA) + "\n" + w.in(Lang.EN))
                .orElse("");
    }
}
