package org.hoshimori.core.estate;

import java.util.Arrays;
import java.util.Optional;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A system, a site or room, a device or medium, an outside party.
 *
 * @param number what the company calls it by; no other of the same noun bears it
 * @param sort one of the noun's sorts
 * @param owner who answers for it, if that is settled
 * @param department which department it belongs to, if any
 * @param level how confidential what it holds may be at most ({@code ast-1.1.b}): 1 to 3, or 0 where nobody has said
 * @param version counts changes; an edit of an older one is refused
 */
public record Item(
        ItemId id,
        Noun noun,
        String number,
        String name,
        String sort,
        @Nullable PersonId owner,
        @Nullable DepartmentId department,
        int level,
        State state,
        String note,
        int version) {

    /** The highest level of confidentiality. */
    public static final int HIGHEST = 3;

    /** Refuses a level or a sort that there is not. */
    public Item {
        if (level < 0 || level > HIGHEST || !noun.sorts().contains(sort)) {
            throw new IllegalArgumentException(noun + " " + sort + " " + level);
        }
    }

    /** Something in use that is still to be entered. */
    public static Item newcomer(
            Noun noun,
            String number,
            String name,
            String sort,
            @Nullable PersonId owner,
            @Nullable DepartmentId department,
            int level) {
        return new Item(ItemId.next(), noun, number, name, sort, owner, department, level, State.IN_USE, "", 0);
    }

    /** Where it is in its life. */
    public enum State {
        /** Not used yet. */
        PLANNED("planned"),
        /** Used. */
        IN_USE("in-use"),
        /** Not used any more; what is on record of it stays. */
        RETIRED("retired");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** The code in the database and in messages. */
        public String code() {
            return code;
        }

        /** By its code. */
        public static State of(String code) {
            return Arrays.stream(values())
                    .filter(s -> s.code.equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** As the record names it. */
    public String subject() {
        return noun.code() + ":" + id;
    }

    /** Who answers for it. */
    public Optional<PersonId> ownedBy() {
        return Optional.ofNullable(owner);
    }

    /** The department that it belongs to. */
    public Optional<DepartmentId> inDepartment() {
        return Optional.ofNullable(department);
    }

    /** The same item with another owner. */
    public Item ownedBy(PersonId person) {
        return new Item(id, noun, number, name, sort, person, department, level, state, note, version);
    }

    /** The same item in another state. */
    public Item in(State other) {
        return new Item(id, noun, number, name, sort, owner, department, level, other, note, version);
    }

    /** Whether nothing of what people say of it differs; id and version aside. */
    boolean saysTheSameAs(Item other) {
        return EstateEvent.described(this).equals(EstateEvent.described(other));
    }
}
