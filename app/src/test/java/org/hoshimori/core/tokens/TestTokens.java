package org.hoshimori.core.tokens;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Visitor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.springframework.stereotype.Component;

/** Tokens for tests, and people who have them. */
@Component
public class TestTokens {

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final PeopleRegister people;

    TestTokens(ApiTokens tokens, Accounts accounts, PeopleRegister people) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.people = people;
    }

    /** Somebody with an account and these permissions. */
    public Person person(Permission... permissions) {
        Person person = TestPeople.entered(people, "鍵", "持子");
        EnumSet<Permission> granted = EnumSet.noneOf(Permission.class);
        granted.addAll(Arrays.asList(permissions));
        accounts.open(person, Visitor.PASSWORD, granted, Actor.system("test"));
        return person;
    }

    /** The secret of a token of this person's. */
    public String of(Person person, String... scopes) {
        return ((ApiTokens.Outcome.Made) tokens.personal(
                        "試験", person.id(), List.of(scopes), LocalDate.now().plusDays(30)))
                .secret();
    }

    /** The secret of a token that acts in its own name with these permissions. */
    public String program(List<Permission> permissions, String... scopes) {
        return ((ApiTokens.Outcome.Made) tokens.integration(
                        "試験",
                        person(permissions.toArray(Permission[]::new)).id(),
                        List.of(scopes),
                        EnumSet.copyOf(permissions),
                        LocalDate.now().plusDays(30)))
                .secret();
    }

    /** The secret of a token of somebody with these permissions. */
    public String of(List<Permission> permissions, String... scopes) {
        return of(person(permissions.toArray(Permission[]::new)), scopes);
    }
}
