package org.hoshimori.regulation;

import java.util.Optional;
import org.hoshimori.catalog.Condition;
import org.hoshimori.catalog.Value;

/** A finished regulation as conditions ask about it. */
final class RegulationFacts implements Condition.Facts {

    private final Regulation regulation;

    RegulationFacts(Regulation regulation) {
        this.regulation = regulation;
    }

    @Override
    public Optional<Value> value(String parameter) {
        return regulation.setting(parameter).map(Setting::value);
    }

    @Override
    public boolean isSet(String parameter) {
        return regulation.setting(parameter).map(Setting::setBy).isPresent();
    }

    @Override
    public boolean isOpen(String parameter) {
        return regulation.setting(parameter).map(Setting::open).orElse(false);
    }

    @Override
    public boolean isPresent(String clause) {
        return regulation.clause(clause).isPresent();
    }

    @Override
    public boolean isUntouched(String clause) {
        return regulation
                .clause(clause)
                .map(c -> !regulation.isAltered(clause)
                        && c.contents().stream().noneMatch(e -> regulation.isAltered(e.id())))
                .orElse(false);
    }
}
