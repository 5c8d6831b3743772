package org.hoshimori.core.identity;

import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Evident;
import org.hoshimori.core.organization.PersonId;

/** Something that happens to an account ({@code acc-9.3} unless it says otherwise). */
public interface ToAccount extends Evident {

    /** Whose account it is. */
    PersonId person();

    @Override
    default String subject() {
        return "person:" + person();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("acc-9.3");
    }

    @Override
    default Map<String, Object> detail() {
        return Map.of();
    }
}
