package org.hoshimori.core.accounts;

import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.factors.SecondFactors;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Holder;
import org.hoshimori.core.identity.Holders;
import org.hoshimori.core.organization.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Helps somebody whom no other administrator can help, from the server itself; the record says that the server did. */
@Service
public class ServerRescue {

    private static final Actor SERVER = Actor.system("server");

    private final Holders holders;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final JdbcClient sql;

    ServerRescue(Holders holders, Accounts accounts, SecondFactors factors, JdbcClient sql) {
        this.holders = holders;
        this.accounts = accounts;
        this.factors = factors;
        this.sql = sql;
    }

    /** What it comes to. */
    public sealed interface Outcome {
        /**
         * The account can be logged in to.
         *
         * @param released whether it was locked before
         * @param factorTaken whether a second factor was taken away
         */
        record Done(String name, boolean released, boolean factorTaken) implements Outcome {}

        /** Nobody with an account has this address or number. */
        record Unknown() implements Outcome {}
    }

    /**
     * Releases a locked account.
     *
     * @param who a mail address or a staff number
     * @param factor whether the second factor is taken away too, to be enrolled anew
     */
    @Transactional
    public Outcome unlock(String who, boolean factor) {
        Optional<Holder> found = holders.findByMail(who).or(() -> byNumber(who)).filter(h -> accounts.has(h.id()));
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Holder holder = found.get();
        boolean locked = accounts.lockedUntil(holder.id()).isPresent();
        if (locked) {
            accounts.unlock(holder.id(), SERVER);
        }
        boolean taken = factor && factors.enrolled(holder.id());
        if (taken) {
            factors.reset(holder.id(), SERVER);
        }
        return new Outcome.Done(holder.name(), locked, taken);
    }

    private Optional<Holder> byNumber(String number) {
        return sql.sql("SELECT id FROM facts.person WHERE staff_number = :number")
                .param("number", number)
                .query(UUID.class)
                .optional()
                .flatMap(id -> holders.find(new PersonId(id)));
    }
}
