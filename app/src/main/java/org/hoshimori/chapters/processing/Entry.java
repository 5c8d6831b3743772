package org.hoshimori.chapters.processing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something done with a satellite remote sensing record ({@code ast-1.5}).
 *
 * @param day when
 * @param record which, by the company's own name for it
 * @param handler who received or processed it
 * @param resolution how finely it shows things, in words: {@code 0.5 m}
 * @param words what was done, in words
 * @param party who received it, where that is an outside party that is registered
 * @param recipient who received it, in words
 * @param basis on what legal ground: one of {@link #BASES}, or empty
 * @param corrects the entry that this one puts right
 */
public record Entry(
        UUID id,
        LocalDate day,
        String record,
        PersonId handler,
        String sensor,
        String resolution,
        Deed deed,
        String words,
        @Nullable ItemId party,
        String recipient,
        String basis,
        String basisNote,
        @Nullable UUID corrects,
        Instant enteredAt,
        String enteredBy) {

    /** Kinds of sensors that the Act on Securing Proper Handling of Satellite Remote Sensing Data tells apart. */
    static final List<String> SENSORS = List.of("optical", "sar", "hyperspectral", "thermal", "other");

    /** Grounds on which such a record may be handled. */
    static final List<String> BASES =
            List.of("licence", "certification", "public-body", "request", "contract", "not-regulated", "other");

    /** What can be done with a record. */
    public enum Deed {
        /** It came in. */
        RECEIVED("received"),
        /** Something was made of it. */
        PROCESSED("processed"),
        /** It was passed on. */
        PROVIDED("provided"),
        /** It was erased. */
        ERASED("erased");

        private final String code;

        Deed(String code) {
            this.code = code;
        }

        /** The code in the database and in messages. */
        public String code() {
            return code;
        }

        static Optional<Deed> find(String code) {
            return Arrays.stream(values()).filter(d -> d.code.equals(code)).findFirst();
        }
    }

    /** As the record names it. */
    public String subject() {
        return "processing-entry:" + id;
    }

    Optional<ItemId> toParty() {
        return Optional.ofNullable(party);
    }

    Optional<UUID> correcting() {
        return Optional.ofNullable(corrects);
    }
}
