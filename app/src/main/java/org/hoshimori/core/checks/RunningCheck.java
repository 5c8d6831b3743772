package org.hoshimori.core.checks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.checks.CheckRefused.Fault;
import org.hoshimori.core.regulation.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs a check: its own log-in stages what it finds, the application's merges it. */
@Component
class RunningCheck {

    /** More than this many rows no check gives. */
    static final int MOST = 200_000;

    private static final int LONGEST = 200;

    private final Definitions definitions;
    private final Findings findings;
    private final ChecksLogIn logIn;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunningCheck(
            Definitions definitions,
            Findings findings,
            ChecksLogIn logIn,
            ApplicationEventPublisher events,
            Clock clock) {
        this.definitions = definitions;
        this.findings = findings;
        this.logIn = logIn;
        this.events = events;
        this.clock = clock;
    }

    /** Runs it whole. */
    @Transactional
    public void whole(Checking check, Revision revision) {
        run(check, revision, null);
    }

    /** Runs it for some subjects. */
    @Transactional
    public void some(Checking check, Revision revision, List<String> ids) {
        List<String> fitting = fitting(check.shape().subject(), ids);
        run(check, revision, fitting);
    }

    private void run(Checking check, Revision revision, @Nullable List<String> ids) {
        findings.lock(check.id());
        Definition last = definitions.named(check.file().name()).orElseThrow();
        Instant now = clock.instant();
        UUID run = UUID.randomUUID();
        boolean same = false;
        try {
            same = ids == null && last.rowsHash() != null && last.rowsHash().equals(hash(check, revision));
            if (!same) {
                stage(check, revision, ids, run);
            }
        } catch (CheckRefused why) {
            fail(check, revision, why);
            return;
        }
        List<String> subjects = ids == null
                ? List.of()
                : ids.stream().map(i -> subject(check, i)).toList();
        int changed = same ? 0 : merge(check, run, ids == null, subjects, now);
        String hash =
                ids == null ? same ? last.rowsHash() : findings.stagedHash(run) : changed == 0 ? last.rowsHash() : null;
        if (ids != null) {
            findings.clearStaging(run);
        }
        Definition.Counts counts = changed > 0 ? findings.counts(check.id()) : last.counts();
        LocalDate today = LocalDate.now(clock);
        boolean evident = !counts.equals(last.counts()) || !today.equals(last.evidentOn());
        definitions.ran(check.id(), check.with(revision), revision.id(), counts, today, now, evident, hash);
        if (evident) {
            events.publishEvent(new CheckEvent.Ran(
                    check.file().name(),
                    check.file().clause(),
                    check.file().digest(),
                    counts.ok(),
                    counts.alarm(),
                    counts.skip(),
                    counts.result()));
        }
        events.publishEvent(new SubjectsChecked(check.id(), subjects));
    }

    private int merge(Checking check, UUID run, boolean whole, List<String> subjects, Instant now) {
        return whole ? findings.merge(check.id(), run, now) : findings.mergeSome(check.id(), run, subjects, now);
    }

    /** A hash of all rows that it gives now: while it is the same, nothing needs to be staged and merged. */
    private String hash(Checking check, Revision revision) throws CheckRefused {
        String select = "SELECT " + Findings.HASH + " FROM (SELECT " + columns(check) + from(check, false)
                + ") r (subject, status, reason, arguments)";
        return logIn.trial(connection -> {
            try (PreparedStatement statement = statement(connection, select)) {
                bind(statement, 1, check, revision, LocalDate.now(clock));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
    }

    /** What it found could not be merged, and nothing of it was. */
    @Transactional
    public void broke(Checking check, Revision revision, String says) {
        findings.lock(check.id());
        fail(check, revision, new CheckRefused(Fault.ROWS, says));
    }

    private void fail(Checking check, Revision revision, CheckRefused why) {
        Definition last = definitions.named(check.file().name()).orElseThrow();
        if (last.failedAt() == null) {
            events.publishEvent(
                    new CheckEvent.Failed(check.file().name(), why.fault().code(), why.details()));
        }
        definitions.failed(check.id(), why, check.with(revision), LocalDate.now(clock), clock.instant());
    }

    /** Nothing is asked of it: its clause does not stand in the regulation. */
    @Transactional
    public void rest(Checking check) {
        findings.lock(check.id());
        findings.clear(check.id());
        definitions.idle(check.id());
        events.publishEvent(new SubjectsChecked(check.id(), List.of()));
    }

    private void stage(Checking check, Revision revision, @Nullable List<String> ids, UUID run) throws CheckRefused {
        String select = "INSERT INTO checks.staging (run, subject, status, reason, arguments) SELECT CAST(? AS uuid), "
                + columns(check) + from(check, ids != null) + " LIMIT " + (MOST + 1);
        int rows = logIn.keep(connection -> {
            try (PreparedStatement statement = statement(connection, select)) {
                statement.setString(1, run.toString());
                int next = bind(statement, 2, check, revision, LocalDate.now(clock));
                if (ids != null) {
                    statement.setString(next, Values.array(ids));
                }
                return statement.executeUpdate();
            }
        });
        if (rows > MOST) {
            findings.clearStaging(run);
            throw new CheckRefused(Fault.TOO_MANY, Integer.toString(MOST));
        }
    }

    static PreparedStatement statement(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setEscapeProcessing(false);
        return statement;
    }

    /** Subject, status, reason and the further columns, each of a bounded length. */
    static String columns(Checking check) {
        String kind = check.file().kind().isEmpty() ? "" : "'" + check.file().kind() + ":' || ";
        String arguments = check.shape().arguments().isEmpty()
                ? "NULL"
                : check.shape().arguments().stream()
                        .map(a -> "left(c.\"" + a.replace("\"", "\"\"") + "\"::text, " + LONGEST + ")")
                        .collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
        return "left(" + kind + "c.subject::text, " + LONGEST + "), c.status::text, left(coalesce(c.reason::text, ''), "
                + LONGEST + "), " + arguments;
    }

    static String from(Checking check, boolean some) {
        Map<String, String> types = check.types();
        String select = check.file().select().with(place -> "CAST(? AS " + types.get(place) + ")");
        return " FROM (\n" + select + "\n) c"
                + (some ? " WHERE c.subject = ANY (CAST(? AS " + check.shape().subject() + "[]))" : "");
    }

    /** Fills its places; the index after the last. */
    static int bind(PreparedStatement statement, int first, Checking check, Revision revision, LocalDate today)
            throws SQLException {
        int index = first;
        for (String place : check.file().select().places()) {
            String type = check.types().getOrDefault(place, "text");
            statement.setString(index++, Values.of(place, type, revision, today));
        }
        return index;
    }

    private static String subject(Checking check, String id) {
        return check.file().kind().isEmpty() ? id : check.file().kind() + ":" + id;
    }

    /** Those of the ids that can be a subject's of this type. */
    private static List<String> fitting(String type, List<String> ids) {
        List<String> fitting = new ArrayList<>();
        for (String id : ids) {
            read(type, id).ifPresent(fitting::add);
        }
        return fitting;
    }

    private static Optional<String> read(String type, String id) {
        boolean fits = switch (type) {
            case "uuid" -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            case "integer" -> id.matches("-?\\d{1,9}");
            case "bigint" -> id.matches("-?\\d{1,18}");
            default -> true;
        };
        return fits ? Optional.of(id) : Optional.empty();
    }
}
