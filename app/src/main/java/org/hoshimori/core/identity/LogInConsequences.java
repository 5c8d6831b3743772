package org.hoshimori.core.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.regulation.Consequence;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Regulation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom another regulation would lock out, ask for a second factor or for a new password at the next log-in, or for a registered
 * terminal ({@code acc-1.d}, {@code acc-7}, {@code acc-9.3}).
 */
@Component
class LogInConsequences implements Consequence {

    private final Permissions permissions;
    private final JdbcClient sql;
    private final ZoneId zone;

    LogInConsequences(Permissions permissions, JdbcClient sql, Clock clock) {
        this.permissions = permissions;
        this.sql = sql;
        this.zone = clock.getZone();
    }

    /**
     * An account as it stands.
     *
     * @param failures failed attempts in a row, at the door that has most
     */
    private record Account(PersonId person, Instant passwordSet, int failures, boolean secondFactor) {}

    /** The rules of privileged and of general accounts. */
    private record Rules(AccountRule privileged, AccountRule general) {

        static Rules of(Regulation regulation) {
            Revision revision = new Revision(-1, Instant.EPOCH, "", regulation);
            return new Rules(AccountRule.of(revision, true), AccountRule.of(revision, false));
        }

        AccountRule of(boolean privilegedAccount) {
            return privilegedAccount ? privileged : general;
        }
    }

    @Override
    public List<Effect> of(Regulation now, Regulation draft, Instant at) {
        Rules before = Rules.of(now);
        Rules after = Rules.of(draft);
        if (before.equals(after)) {
            return List.of();
        }
        List<String> locked = new ArrayList<>();
        List<String> factor = new ArrayList<>();
        List<String> password = new ArrayList<>();
        List<String> terminal = new ArrayList<>();
        Set<PersonId> holders = permissions.privileged();
        for (Account account : accounts(LocalDate.ofInstant(at, zone))) {
            boolean privileged = holders.contains(account.person());
            String subject = "person:" + account.person();
            BiPredicate<Boolean, Boolean> begins = (is, would) -> would && !is;
            AccountRule rule = before.of(privileged);
            AccountRule other = after.of(privileged);
            if (begins.test(locks(account, rule), locks(account, other))) {
                locked.add(subject);
            }
            if (begins.test(asksForFactor(account, rule), asksForFactor(account, other))) {
                factor.add(subject);
            }
            if (begins.test(asksForPassword(account, rule, at), asksForPassword(account, other, at))) {
                password.add(subject);
            }
            if (begins.test(rule.terminal(), other.terminal())) {
                terminal.add(subject);
            }
        }
        List<Effect> effects = new ArrayList<>();
        add(effects, "consequence.locked", locked);
        add(effects, "consequence.second-factor", factor);
        add(effects, "consequence.password", password);
        if (!terminal.isEmpty()) {
            effects.add(new Effect(
                    Kind.LOG_IN,
                    "consequence.terminal",
                    List.of(terminal.size(), terminals(at)),
                    terminal,
                    "/terminals"));
        }
        return effects;
    }

    private static boolean locks(Account account, AccountRule rule) {
        return account.failures() >= rule.threshold();
    }

    private static boolean asksForFactor(Account account, AccountRule rule) {
        return rule.secondFactor() && !account.secondFactor();
    }

    private static boolean asksForPassword(Account account, AccountRule rule, Instant at) {
        return rule.changeBy(account.passwordSet())
                .filter(by -> !by.isAfter(at))
                .isPresent();
    }

    private static void add(List<Effect> effects, String message, List<String> subjects) {
        if (!subjects.isEmpty()) {
            effects.add(new Effect(Kind.LOG_IN, message, List.of(subjects.size()), subjects, "/accounts"));
        }
    }

    private int terminals(Instant at) {
        return sql.sql("""
                SELECT count(*) FROM facts.terminal t JOIN facts.device d ON d.id = t.device
                 WHERE t.revoked_at IS NULL AND t.expires_at > :at AND d.state <> 'retired'""")
                .param("at", OffsetDateTime.ofInstant(at, zone))
                .query(Integer.class)
                .single();
    }

    private List<Account> accounts(LocalDate day) {
        return sql.sql("""
                SELECT w.person, w.changed_at, coalesce(max(a.failures), 0) AS failures,
                       EXISTS (SELECT 1 FROM facts.second_factor f WHERE f.person = w.person)
                         OR EXISTS (SELECT 1 FROM facts.passkey k WHERE k.person = w.person) AS factor
                  FROM identity.password w LEFT JOIN identity.attempts a ON a.person = w.person
                  JOIN facts.person p ON p.id = w.person AND :day BETWEEN p.joined_on AND coalesce(p.leaves_on, 'infinity')
                 GROUP BY w.person, w.changed_at, p.staff_number ORDER BY p.staff_number""").param("day", day).query(LogInConsequences::account).list();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("failures"),
                row.getBoolean("factor"));
    }
}
