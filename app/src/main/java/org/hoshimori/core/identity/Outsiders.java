package org.hoshimori.core.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.organization.PersonId;

/** Who may have an account without standing in the register of people; the room of auditors knows them. */
public interface Outsiders {

    /** One of them. */
    Optional<Holder> find(PersonId id);

    /** Those of these ids. */
    List<Holder> find(Collection<PersonId> ids);

    /** The one who logs in with this address. */
    Optional<Holder> findByMail(String mail);
}
