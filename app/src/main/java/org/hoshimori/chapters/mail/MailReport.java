package org.hoshimori.chapters.mail;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A mail that somebody has reported.
 *
 * @param sender the address it says it comes from
 * @param verdict ours when it was reported: {@code dangerous}, {@code caution}, {@code clear}, {@code unreadable}
 * @param signs ids of the regulation's indicators that held
 * @param several from how many on the regulation in force called it suspect
 * @param words what the reporter has to say: whether it was opened
 * @param sha256 of the mail
 * @param kept whether the mail itself could be kept
 * @param settledBy whoever has settled it
 */
record MailReport(
        UUID id,
        Instant reportedAt,
        PersonId reporter,
        String sender,
        String subject,
        String verdict,
        List<String> signs,
        int several,
        String words,
        String sha256,
        boolean kept,
        State state,
        @Nullable Instant settledAt,
        @Nullable PersonId settledBy,
        String answer) {

    static final String KIND = "mail-report";

    MailReport {
        signs = List.copyOf(signs);
    }

    /** What became of it. */
    enum State {
        OPEN("open"),
        /** It meant harm. */
        HARMFUL("harmful"),
        /** It did not. */
        HARMLESS("harmless");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** In the database and in messages. */
        public String code() {
            return code;
        }

        static Optional<State> find(String code) {
            return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
        }
    }

    /** As the record names it. */
    public String named() {
        return KIND + ":" + id;
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether several indicators met. */
    public boolean suspect() {
        return signs.size() >= several;
    }

    MailReport settled(State as, Instant at, PersonId by, String words) {
        return new MailReport(
                id,
                reportedAt,
                reporter,
                sender,
                subject,
                verdict,
                signs,
                several,
                this.words,
                sha256,
                kept,
                as,
                at,
                by,
                words);
    }
}
