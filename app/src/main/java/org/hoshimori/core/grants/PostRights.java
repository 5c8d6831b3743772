package org.hoshimori.core.grants;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.posts.Appointment;
import org.hoshimori.core.posts.Posts;
import org.springframework.stereotype.Component;

/** What follows from the posts that somebody holds, as long as he or she does. A deputy gets nothing by this. */
@Component
public class PostRights {

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

    private final Posts posts;

    PostRights(Posts posts) {
        this.posts = posts;
    }

    /** What somebody's posts allow him or her on a day. */
    public Set<Permission> of(PersonId person, LocalDate day) {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        posts.heldBy(person, day).stream()
                .filter(a -> a.holder().equals(person))
                .forEach(a -> all.addAll(OF_POSTS.getOrDefault(a.post(), Set.of())));
        return all;
    }

    /** Everybody to whom a post allows something on a day. */
    public Set<PersonId> holders(LocalDate day) {
        Set<PersonId> all = new HashSet<>();
        posts.on(day).stream()
                .filter(a -> OF_POSTS.containsKey(a.post()))
                .map(Appointment::holder)
                .forEach(all::add);
        return all;
    }
}
