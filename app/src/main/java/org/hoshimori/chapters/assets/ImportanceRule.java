package org.hoshimori.chapters.assets;

import org.hoshimori.catalog.parameters.RegParameters;
import org.hoshimori.core.regulation.RegulationInForce;
import org.springframework.stereotype.Component;

/** How important an asset is (重要度): what somebody has stated, otherwise what follows by the rule of the regulation in force. */
@Component
class ImportanceRule {

    private final RegulationInForce regulation;

    ImportanceRule(RegulationInForce regulation) {
        this.regulation = regulation;
    }

    int of(Rating rating) {
        return rating.statedImportance() > 0
                ? rating.statedImportance()
                : rating.values().importance(now());
    }

    RegParameters.ImportanceRule now() {
        return regulation
                .now()
                .value(RegParameters.IMPORTANCE_RULE)
                .orElse(RegParameters.ImportanceRule.HIGHEST_OF_THREE);
    }
}
