package org.hoshimori.core.duties;

import java.util.List;

/**
 * A kind of duty, as it is defined in {@code resources/duties}.
 *
 * @param code its title is the message {@code duty.} and the code
 * @param obliges ids of the catalog's duties that it fulfils, the foremost first
 * @param remind days before it is due on which it is reminded of, the earliest first
 * @param escalate days after which an overdue one is told to who is above
 */
record DutyKind(String code, List<String> obliges, Who who, When when, List<Integer> remind, int escalate) {

    /** Keeps its own copies, in order. */
    DutyKind {
        obliges = List.copyOf(obliges);
        remind = remind.stream().sorted(java.util.Comparator.reverseOrder()).toList();
    }

    /** Message code of its title. */
    public String title() {
        return title(code);
    }

    /** The same of a kind by its code. */
    static String title(String code) {
        return "duty." + code;
    }
}
