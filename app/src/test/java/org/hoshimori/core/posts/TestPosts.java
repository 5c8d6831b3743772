package org.hoshimori.core.posts;

import java.time.LocalDate;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.TestPeople;

/** Posts for tests, which share one company: whoever comes first fills them. */
public final class TestPosts {

    private TestPosts() {}

    /** Who holds the security officer's post on this day; somebody new from then on, if nobody does. */
    public static PersonId officer(Posts posts, PeopleRegister people, LocalDate today) {
        return posts.on(today).stream()
                .filter(a -> a.post().equals("security-officer"))
                .findFirst()
                .map(Appointment::holder)
                .orElseGet(() -> appointed(posts, people, today));
    }

    private static PersonId appointed(Posts posts, PeopleRegister people, LocalDate today) {
        PersonId newcomer = TestPeople.entered(people, "責任", "者").id();
        Posts.Outcome outcome = posts.appoint(
                Appointment.to("security-officer", null, newcomer, null, today, null), Actor.system("test"));
        if (!(outcome instanceof Posts.Outcome.Done)) {
            throw new IllegalStateException("a test has left the post so that nobody can be appointed: " + outcome);
        }
        return newcomer;
    }
}
