package org.hoshimori.core.posture;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Tells which duties are overdue; the room that keeps duties implements it. */
public interface OverdueDuties {

    /**
     * An overdue duty.
     *
     * @param owner whose it is: {@code person:…} or {@code post:…}
     * @param title what is to be done, in the reader's language
     * @param address of the page on which it is done
     */
    record Overdue(String clause, String owner, String title, LocalDate dueOn, String address) {}

    /** How many are overdue on a day, by clause; clauses without any are left out. */
    Map<String, Integer> countsByClause(LocalDate today);

    /** The longest overdue, no more than {@code most}. */
    List<Overdue> longest(LocalDate today, int most);
}
