package org.hoshimori.chapters.backups;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A backup plan: what is backed up, how, how often, where to, and who answers for it ({@code ast-4.1}).
 *
 * @param code what scripts and people call it by; no other plan bears it
 * @param target id of the row of the regulation's table that it carries out, or empty
 * @param equipment the system that is backed up
 * @param object what of it: user files, application data
 * @param method how, in words or the name of a tool
 * @param leastBytes what a run holds at least, or 0 where that does not matter
 * @param shrink by how many per cent a run may be smaller than those before it; 100 where that does not matter
 * @param version counts changes; an edit of an older one is refused
 */
public record Plan(
        PlanId id,
        String code,
        String name,
        String target,
        ItemId equipment,
        String object,
        String method,
        Storage storage,
        Timetable timetable,
        long leastBytes,
        int shrink,
        PersonId responsible,
        boolean inUse,
        String note,
        int version) {

    /** Where backups go. */
    public enum Destination {
        /** A server on the network that holds storage. */
        NAS("nas"),
        /** A disk, tape or stick that can be carried away. */
        PORTABLE("portable"),
        /** A service outside. */
        CLOUD("cloud"),
        /** Another server of ours. */
        SERVER("server");

        private final String code;

        Destination(String code) {
            this.code = code;
        }

        /** The code in the database and in messages. */
        public String code() {
            return code;
        }

        static Destination of(String code) {
            return find(code).orElseThrow();
        }

        static Optional<Destination> find(String code) {
            return Arrays.stream(values()).filter(d -> d.code.equals(code)).findFirst();
        }
    }

    /** How what holds the backups is kept ({@code ast-4.2}). */
    public enum Kept {
        /** In a cabinet that is locked. */
        LOCKED_CABINET("locked-cabinet"),
        /** In a server rack that is locked. */
        LOCKED_RACK("locked-rack"),
        /** Somewhere that is not locked. */
        OPEN("open"),
        /** Not with us. */
        OUTSIDE("outside");

        private final String code;

        Kept(String code) {
            this.code = code;
        }

        /** The code in the database and in messages. */
        public String code() {
            return code;
        }

        static Kept of(String code) {
            return find(code).orElseThrow();
        }

        static Optional<Kept> find(String code) {
            return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
        }
    }

    /**
     * Where backups are.
     *
     * @param place the site or room
     * @param assessment of a cloud service: its assessment ({@code ast-4.3})
     */
    public record Storage(
            Destination destination,
            Kept kept,
            @Nullable ItemId place,
            @Nullable UUID assessment,
            boolean encrypted) {

        /** The site or room, where one is named. */
        public Optional<ItemId> at() {
            return Optional.ofNullable(place);
        }

        /** The assessment, where one is named. */
        public Optional<UUID> assessed() {
            return Optional.ofNullable(assessment);
        }
    }

    /** Whether nothing of what people say of it differs; id and version aside. */
    boolean saysTheSameAs(Plan other) {
        return PlanEvent.described(this).equals(PlanEvent.described(other));
    }

    /** The same, answered for by somebody else. */
    Plan answeredBy(PersonId person) {
        return new Plan(
                id,
                code,
                name,
                target,
                equipment,
                object,
                method,
                storage,
                timetable,
                leastBytes,
                shrink,
                person,
                inUse,
                note,
                version);
    }
}
