package org.hoshimori.core.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** Finds whoever may have an account, among people and auditors. */
@Component
class Holders {

    private final PeopleRegister people;
    private final AuditorTable auditors;

    Holders(PeopleRegister people, AuditorTable auditors) {
        this.people = people;
        this.auditors = auditors;
    }

    Optional<Holder> find(PersonId id) {
        return people.find(id).map(Holder::of).or(() -> auditors.find(id).map(Auditor::holder));
    }

    Map<PersonId, Holder> find(Collection<PersonId> ids) {
        Map<PersonId, Holder> found = new HashMap<>();
        people.find(ids).forEach((id, person) -> found.put(id, Holder.of(person)));
        List<PersonId> others =
                ids.stream().filter(id -> !found.containsKey(id)).toList();
        if (!others.isEmpty()) {
            auditors.find(others).forEach(a -> found.put(a.id(), a.holder()));
        }
        return found;
    }

    Optional<Holder> findByMail(String mail) {
        return people.findByMail(mail)
                .map(Holder::of)
                .or(() -> auditors.findByMail(mail).map(Auditor::holder));
    }
}
