package org.hoshimori.chapters.processing;

import org.hoshimori.catalog.parameters.RegParameters;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.springframework.stereotype.Component;

/** Whether the log is kept at all: the clause stands in the regulation in force, and the company's business is with satellites' data. */
@Component
class Applicable {

    private static final String CLAUSE = "ast-1.5";

    private final RegulationInForce regulation;

    Applicable(RegulationInForce regulation) {
        this.regulation = regulation;
    }

    boolean now() {
        Revision now = regulation.now();
        return now.regulation().clause(CLAUSE).isPresent()
                && now.value(RegParameters.BUSINESS)
                        .filter(kinds -> !kinds.isEmpty())
                        .map(kinds -> kinds.contains(RegParameters.Business.SATELLITE_OPERATION)
                                || kinds.contains(RegParameters.Business.SATELLITE_DATA_USE))
                        .orElse(true);
    }
}
