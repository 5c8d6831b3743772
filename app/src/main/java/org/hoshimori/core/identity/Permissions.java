package org.hoshimori.core.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.Posts;
import org.springframework.stereotype.Component;

/**
 * What somebody may do today: what was granted by name, and what follows from the posts that he or she holds; an auditor
 * reads the record. A deputy gets nothing
 * by this; for the time of standing in, a named grant is made.
 */
@Component
public class Permissions {

    /** What a post needs for the duties that the regulation gives it. */
    private static final Map<String, Set<Permission>> OF_POSTS = Map.of(
            "system-administrator",
                    EnumSet.of(
                            Permission.PEOPLE,
                            Permission.ACCOUNTS,
                            Permission.ASSETS,
                            Permission.FINDINGS,
                            Permission.LOGS),
            "security-officer",
                    EnumSet.of(
                            Permission.REGULATION,
                            Permission.RECORD,
                            Permission.ASSETS,
                            Permission.FINDINGS,
                            Permission.LOGS),
            "audit-manager", EnumSet.of(Permission.RECORD, Permission.FINDINGS));

    private final GrantTable grants;
    private final Posts posts;
    private final AuditorTable auditors;
    private final Clock clock;

    Permissions(GrantTable grants, Posts posts, AuditorTable auditors, Clock clock) {
        this.grants = grants;
        this.posts = posts;
        this.auditors = auditors;
        this.clock = clock;
    }

    /** What this person may do today. */
    public Set<Permission> of(PersonId person) {
        return of(person, auditors.find(person).isPresent());
    }

    Set<Permission> of(Holder holder) {
        return of(holder.id(), holder.auditor());
    }

    private Set<Permission> of(PersonId person, boolean auditor) {
        Set<Permission> all = byPost(person);
        if (auditor) {
            all.add(Permission.RECORD);
        }
        all.addAll(grants.inForce(person, LocalDate.now(clock)));
        return all;
    }

    /** Everybody who works here and has a permission today: auditors, whose accounts are not the register's, are left out. */
    Set<PersonId> privileged() {
        LocalDate today = LocalDate.now(clock);
        Set<PersonId> all = new HashSet<>(grants.holders(today));
        posts.on(today).stream().filter(a -> OF_POSTS.containsKey(a.post())).forEach(a -> all.add(a.holder()));
        return all;
    }

    /** What follows from posts. */
    Set<Permission> byPost(PersonId person) {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        posts.heldBy(person, LocalDate.now(clock)).stream()
                .filter(a -> a.holder().equals(person))
                .forEach(a -> all.addAll(OF_POSTS.getOrDefault(a.post(), Set.of())));
        return all;
    }
}
