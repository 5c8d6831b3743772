package org.hoshimori.home;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.company.Company;
import org.hoshimori.core.company.CompanyProfile;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Objection;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonName;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first administrator of an installation that nobody can log in to yet. A link that the server's console shows, good until the
 * server stops or somebody has used it, lets its bearer enter himself or herself.
 */
@Service
public class FirstStart {

    private static final Actor CONSOLE = Actor.system("first-start");
    private static final int KEY_BYTES = 16;

    private final CompanyProfile company;
    private final PeopleRegister people;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile String key = "";

    FirstStart(
            CompanyProfile company,
            PeopleRegister people,
            Accounts accounts,
            TransactionTemplate transaction,
            Clock clock) {
        this.company = company;
        this.people = people;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The key of the link; empty once somebody can log in. */
    public synchronized Optional<String> key() {
        if (accounts.any()) {
            key = "";
            return Optional.empty();
        }
        if (key.isEmpty()) {
            byte[] random = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(random);
            key = HexFormat.of().formatHex(random);
        }
        return Optional.of(key);
    }

    boolean opens(String given) {
        return !key.isEmpty()
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8))
                && !accounts.any();
    }

    /** Enters the company and the first administrator; without objections it is done and the link is used up, with any nothing was. */
    synchronized List<Objection> enter(Company described, PersonName name, String mail, String password) {
        if (accounts.any()) {
            throw new IllegalStateException("somebody was quicker");
        }
        List<Objection> objections = transaction.execute(t -> {
            Person newcomer =
                    Person.newcomer("1", name, mail, Person.Employment.EMPLOYEE, null, "ja", LocalDate.now(clock));
            return switch (people.enter(newcomer, CONSOLE)) {
                case PeopleRegister.Outcome.Done(Person person) -> {
                    company.describe(described, CONSOLE);
                    List<Objection> found = accounts.open(person, password, EnumSet.allOf(Permission.class), CONSOLE);
                    if (!found.isEmpty()) {
                        t.setRollbackOnly();
                    }
                    yield found;
                }
                case PeopleRegister.Outcome.Refused _ -> throw new IllegalStateException("the register is not empty");
            };
        });
        if (objections == null || !objections.isEmpty()) {
            return objections == null ? List.of() : objections;
        }
        key = "";
        return List.of();
    }
}
