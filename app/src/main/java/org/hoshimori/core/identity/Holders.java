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
public class Holders {

    private final PeopleRegister people;
    private final Outsiders outsiders;

    Holders(PeopleRegister people, Outsiders outsiders) {
        this.people = people;
        this.outsiders = outsiders;
    }

    /** Somebody, also one who is not here any more. */
    public Optional<Holder> find(PersonId id) {
        return people.find(id).map(Holder::of).or(() -> outsiders.find(id));
    }

    /** The same of several; unknown ones are left out. */
    public Map<PersonId, Holder> find(Collection<PersonId> ids) {
        Map<PersonId, Holder> found = new HashMap<>();
        people.find(ids).forEach((id, person) -> found.put(id, Holder.of(person)));
        List<PersonId> others =
                ids.stream().filter(id -> !found.containsKey(id)).toList();
        if (!others.isEmpty()) {
            outsiders.find(others).forEach(o -> found.put(o.id(), o));
        }
        return found;
    }

    /** Whoever logs in with this address. */
    public Optional<Holder> findByMail(String mail) {
        return people.findByMail(mail).map(Holder::of).or(() -> outsiders.findByMail(mail));
    }
}
