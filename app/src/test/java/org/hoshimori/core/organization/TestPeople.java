package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;

/** People for tests, each with a number and an address of his or her own. */
public final class TestPeople {

    private TestPeople() {}

    /** Somebody entered in the register. */
    public static Person entered(PeopleRegister register, String family, String given) {
        return entered(register, family, given, Actor.system("test"));
    }

    /** Somebody whom this actor has entered. */
    public static Person entered(PeopleRegister register, String family, String given, Actor by) {
        return entered(register, UUID.randomUUID().toString(), family, given, by);
    }

    /** Somebody with this number, which nobody else has. */
    public static Person entered(PeopleRegister register, String number, String family, String given, Actor by) {
        Person described = Person.newcomer(
                number,
                new PersonName(family, given, "", ""),
                number + "@example.jp",
                Person.Employment.EMPLOYEE,
                null,
                "ja",
                LocalDate.of(2026, 4, 1));
        return ((PeopleRegister.Outcome.Done) register.enter(described, by)).person();
    }
}
