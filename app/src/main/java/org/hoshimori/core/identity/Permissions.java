package org.hoshimori.core.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.hoshimori.core.grants.Grants;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.grants.PostRights;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/**
 * What somebody may do today: what was granted by name, and what follows from the posts that he or she holds; an auditor
 * reads the record. For the time of standing in, a named grant is made.
 */
@Component
public class Permissions {

    private final Grants grants;
    private final PostRights posts;
    private final Outsiders outsiders;
    private final Clock clock;

    Permissions(Grants grants, PostRights posts, Outsiders outsiders, Clock clock) {
        this.grants = grants;
        this.posts = posts;
        this.outsiders = outsiders;
        this.clock = clock;
    }

    /** What this person may do today. */
    public Set<Permission> of(PersonId person) {
        return of(person, outsiders.find(person).isPresent());
    }

    Set<Permission> of(Holder holder) {
        return of(holder.id(), holder.auditor());
    }

    private Set<Permission> of(PersonId person, boolean auditor) {
        LocalDate today = LocalDate.now(clock);
        Set<Permission> all = posts.of(person, today);
        if (auditor) {
            all.add(Permission.RECORD);
        }
        all.addAll(grants.inForce(person, today));
        return all;
    }

    /** Everybody who works here and has a permission today: auditors, whose accounts are not the register's, are left out. */
    Set<PersonId> privileged() {
        LocalDate today = LocalDate.now(clock);
        Set<PersonId> all = posts.holders(today);
        all.addAll(grants.holders(today));
        return all;
    }
}
