package org.hoshimori.chapters.backups;

import java.util.Optional;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.PersonId;
import org.springframework.security.core.Authentication;

/**
 * Who looks at plans: where backups lie is nobody else's business than of whoever keeps backups and who answers for one.
 *
 * @param keeps whether he or she keeps all plans
 */
record Viewer(PersonId person, boolean keeps) {

    static Viewer of(SignedIn person, Authentication authentication) {
        return new Viewer(person.id(), Permission.anyOf(authentication, Permission.BACKUPS));
    }

    static Viewer of(Caller caller) {
        return new Viewer(new PersonId(caller.person()), caller.may(Permission.BACKUPS.code()));
    }

    boolean sees(Plan plan) {
        return keeps || plan.responsible().equals(person);
    }

    /** Whose plans only, where not everybody's. */
    Optional<PersonId> own() {
        return keeps ? Optional.empty() : Optional.of(person);
    }
}
