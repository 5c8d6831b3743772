package org.hoshimori.core.checks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides what runs: all checks when a node starts; then those whose facts have changed, whose parameters have, and daily ones at
 * a new day. One node at a time; what a killed node had not finished, the next turn of any node does again.
 */
@Component
class Engine implements AutoCloseable {

    /** Checks that run at once. */
    static final int WORKERS = 2;

    private static final int AT_ONCE = 200_000;
    /** More changed subjects than this are quicker looked at with all others. */
    private static final int FEW = 2_000;

    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofSeconds(2);
    /** So long what runs at the end may take. */
    private static final Duration LAST = Duration.ofSeconds(10);

    private final CheckRegister register;
    private final CheckFiles files;
    private final Definitions definitions;
    private final Findings findings;
    private final RunningCheck running;
    private final RegulationInForce inForce;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            WORKERS, Thread.ofPlatform().daemon().name("checks-", 1).factory());

    private List<Checking> checks = List.of();
    private @Nullable Stand stand;
    private Instant looked = Instant.EPOCH;
    private String files0 = "";

    Engine(
            CheckRegister register,
            CheckFiles files,
            Definitions definitions,
            Findings findings,
            RunningCheck running,
            RegulationInForce inForce,
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock) {
        this.register = register;
        this.files = files;
        this.definitions = definitions;
        this.findings = findings;
        this.running = running;
        this.inForce = inForce;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What this node last ran all due checks at. */
    private record Stand(int revision, LocalDate today, String files, Instant at) {}

    /** A fact of which subjects have changed. */
    private record Change(long id, String fact, String subject) {}

    /** Runs what is due, if anything is and no other node is at it; returns how many checks ran. */
    synchronized int turn() {
        Revision revision = inForce.now();
        Stand now = new Stand(revision.number(), LocalDate.now(clock), files(), clock.instant());
        boolean same = stand != null && same(stand, now);
        if (same && !anyChange()) {
            return 0;
        }
        Integer ran = transaction.execute(_ -> locked() ? turn(revision, now) : 0);
        return ran == null ? 0 : ran;
    }

    private static boolean same(Stand before, Stand now) {
        return before.revision() == now.revision()
                && before.today().equals(now.today())
                && before.files().equals(now.files())
                && Duration.between(before.at(), now.at()).abs().compareTo(AGAIN) < 0;
    }

    private String files() {
        Instant now = clock.instant();
        if (Duration.between(looked, now).abs().compareTo(LOOK) >= 0) {
            looked = now;
            files0 = files.stand();
        }
        return files0;
    }

    private boolean anyChange() {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM facts.change)")
                .query(Boolean.class)
                .single();
    }

    private boolean locked() {
        return sql.sql("SELECT pg_try_advisory_xact_lock(hashtext('checks.engine'))")
                .query(Boolean.class)
                .single();
    }

    private int turn(Revision revision, Stand now) {
        boolean first = stand == null;
        if (stand == null || !stand.files().equals(now.files())) {
            checks = done(List.<Callable<List<Checking>>>of(register::take)).getFirst();
        }
        List<Change> changes = changes();
        Map<String, Definition> last =
                definitions.all().stream().collect(Collectors.toMap(Definition::name, Function.identity()));
        Set<String> facts = changes.stream().map(Change::fact).collect(Collectors.toSet());
        Map<String, Set<String>> subjects = new HashMap<>();
        changes.forEach(
                c -> subjects.computeIfAbsent(c.fact(), _ -> new HashSet<>()).add(c.subject()));
        List<Callable<Boolean>> runs = new ArrayList<>();
        List<Callable<Boolean>> wholes = new ArrayList<>();
        for (Checking check : checks) {
            Definition before = last.get(check.file().name());
            if (before == null) {
                continue;
            }
            if (!check.stands(revision)) {
                if (before.ranWith() != null) {
                    runs.add(run(() -> running.rest(check)));
                }
            } else if (first || check.due(before, revision, now.today()) || again(before, now)) {
                wholes.add(run(() -> whole(check, revision)));
            } else if (before.failedAt() == null && check.readsAny(facts)) {
                Set<String> ids = new HashSet<>();
                check.shape().facts().forEach(f -> ids.addAll(subjects.getOrDefault(f, Set.of())));
                if (check.file().whole() || ids.size() > FEW) {
                    wholes.add(run(() -> whole(check, revision)));
                } else {
                    runs.add(run(() -> some(check, revision, List.copyOf(ids))));
                }
            }
        }
        // Few subjects first: somebody may be waiting to see what he or she has just put right.
        boolean anyWhole = !wholes.isEmpty();
        runs.addAll(wholes);
        done(runs);
        if (anyWhole) {
            done(List.of(run(findings::clearStaging)));
        }
        done(List.of(run(() -> forget(changes))));
        stand = now;
        return runs.size();
    }

    private void whole(Checking check, Revision revision) {
        guarded(check, revision, () -> running.whole(check, revision));
    }

    private void some(Checking check, Revision revision, List<String> ids) {
        guarded(check, revision, () -> running.some(check, revision, ids));
    }

    /** A check whose rows can't be merged, as with two rows for one subject, must not keep others from running. */
    private void guarded(Checking check, Revision revision, Runnable run) {
        try {
            run.run();
        } catch (DataAccessException e) {
            running.broke(
                    check, revision, String.valueOf(e.getMostSpecificCause().getMessage()));
        }
    }

    /** Whether it failed a while ago and may be tried again. */
    private static boolean again(Definition before, Stand now) {
        return before.failedAt() != null
                && Duration.between(before.failedAt(), now.at()).compareTo(AGAIN) >= 0;
    }

    private List<Change> changes() {
        return sql.sql("SELECT id, fact, subject FROM facts.change ORDER BY id LIMIT " + AT_ONCE)
                .query((row, n) -> new Change(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    private void forget(List<Change> changes) {
        if (!changes.isEmpty()) {
            sql.sql("DELETE FROM facts.change WHERE id = ANY (:ids)")
                    .param("ids", changes.stream().map(Change::id).toArray(Long[]::new))
                    .update();
        }
    }

    private static Callable<Boolean> run(Runnable act) {
        return () -> {
            act.run();
            return true;
        };
    }

    /** Each in a thread, and so in a transaction, of its own. */
    private <T> List<T> done(List<? extends Callable<T>> acts) {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> act : workers.invokeAll(acts)) {
                results.add(act.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What runs is let end first: its connection is taken away after this. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            if (workers.awaitTermination(LAST.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
    }
}
