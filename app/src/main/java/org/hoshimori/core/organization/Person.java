package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person who works for the company.
 *
 * @param mail where notices go, and what one signs in with
 * @param joinedOn the first day
 * @param leavesOn the last day, where it is known
 * @param version counts changes; an edit of an older one is refused
 */
public record Person(
        PersonId id,
        String staffNumber,
        PersonName name,
        String mail,
        Employment employment,
        @Nullable DepartmentId department,
        String language,
        LocalDate joinedOn,
        @Nullable LocalDate leavesOn,
        int version) {

    /** Somebody who is still to be entered. */
    public static Person newcomer(
            String staffNumber,
            PersonName name,
            String mail,
            Employment employment,
            @Nullable DepartmentId department,
            String language,
            LocalDate joinedOn) {
        return new Person(
                PersonId.next(), staffNumber, name, mail, employment, department, language, joinedOn, null, 0);
    }

    /** How a person is employed; the regulation asks each kind for another agreement ({@code hr-1}). */
    public enum Employment {
        /** A member of the board: 役員. */
        DIRECTOR("director"),
        /** Employed without a term or full time: 従業員. */
        EMPLOYEE("employee"),
        /** Part-time or temporary: パート・アルバイト. */
        PART_TIME("part-time"),
        /** Sent by an agency, which employs them: 派遣. */
        DISPATCHED("dispatched");

        private final String code;

        Employment(String code) {
            this.code = code;
        }

        /** The code in the database, in addresses and in files. */
        public String code() {
            return code;
        }

        static Employment of(String code) {
            for (Employment kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(code);
        }
    }

    /** The same person with a last day. */
    public Person leaving(LocalDate lastDay) {
        return new Person(id, staffNumber, name, mail, employment, department, language, joinedOn, lastDay, version);
    }

    /** The department, if the person belongs to one. */
    public Optional<DepartmentId> inDepartment() {
        return Optional.ofNullable(department);
    }

    /** Whether the person works here on this day. */
    public boolean worksOn(LocalDate day) {
        return !day.isBefore(joinedOn) && (leavesOn == null || !day.isAfter(leavesOn));
    }
}
