package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The posts that somebody holds, as his or her page shows them; the room of posts knows them. */
public interface HeldPosts {

    /**
     * A post that somebody holds.
     *
     * @param code of the post in the regulation
     * @param title what the regulation in force calls it
     * @param department of a post that each department has
     * @param asDeputy whether he or she stands in for its holder
     */
    record Held(String code, String title, Optional<Department> department, boolean asDeputy) {}

    /** What somebody holds on a day, as holder or deputy. */
    List<Held> heldBy(PersonId person, LocalDate day, Locale locale);
}
