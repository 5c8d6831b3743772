package org.hoshimori.core.identity;

import java.util.Optional;
import org.hoshimori.core.evidence.SubjectNames;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** Tells the record's pages what auditors are called. */
@Component
class AuditorNames implements SubjectNames {

    private static final String KIND = "person:";

    private final AuditorTable auditors;

    AuditorNames(AuditorTable auditors) {
        this.auditors = auditors;
    }

    @Override
    public Optional<String> nameOf(String id) {
        return id.startsWith(KIND)
                ? auditors.find(PersonId.of(id.substring(KIND.length()))).map(Auditor::full)
                : Optional.empty();
    }
}
