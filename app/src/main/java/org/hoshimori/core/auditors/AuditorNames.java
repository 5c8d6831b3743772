package org.hoshimori.core.auditors;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    public Map<String, String> namesOf(Set<String> ids) {
        return auditors
                .find(ids.stream()
                        .filter(id -> id.startsWith(KIND))
                        .map(id -> PersonId.of(id.substring(KIND.length())))
                        .toList())
                .stream()
                .collect(Collectors.toMap(a -> KIND + a.id(), Auditor::full));
    }

    @Override
    public Set<String> named(String words, int most) {
        return auditors.named(words, most).stream().map(id -> KIND + id).collect(Collectors.toSet());
    }
}
