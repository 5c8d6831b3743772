package org.hoshimori.core.checks;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hoshimori.core.checks.CheckRefused.Fault;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.springframework.stereotype.Component;

/** Tries a check as it would run, under the checks' own log-in; nothing is kept. */
@Component
public class CheckTrial {

    private static final int SHOWN = 50;

    private final ChecksLogIn logIn;
    private final RegulationInForce inForce;
    private final Clock clock;

    CheckTrial(ChecksLogIn logIn, RegulationInForce inForce, Clock clock) {
        this.logIn = logIn;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** A row of its result. */
    public record Row(String status, String subject, String reason, List<String> arguments) {

        /** Keeps its own copy. */
        public Row {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * What it came to.
     *
     * @param stands whether its clause is in the regulation in force; if not, the check would rest
     * @param reads fact and column
     * @param values of its parameters, by id; empty where nobody has given one
     * @param rows some of them, alarms first
     */
    public record Result(
            String clause,
            boolean stands,
            Set<String> reads,
            Map<String, String> values,
            long ok,
            long alarm,
            long skip,
            List<Row> rows) {}

    /** Tries it. */
    public Result of(String text) throws CheckRefused {
        CheckFile file = CheckFile.read(CheckFiles.OWN + "trial", true, text);
        Probe.Shape shape = Probe.of(file, logIn);
        Checking check = new Checking(0, file, shape, Values.types(file.select()));
        Revision revision = inForce.now();
        List<Row> rows = rows(check, revision, LocalDate.now(clock));
        Map<String, String> values = new TreeMap<>();
        check.types().forEach((place, type) -> {
            String value = Values.of(place, type, revision, LocalDate.now(clock));
            values.put(place, value == null ? "" : value);
        });
        return new Result(
                file.clause(),
                check.stands(revision),
                shape.reads(),
                values,
                count(rows, "ok"),
                count(rows, "alarm"),
                count(rows, "skip"),
                rows.stream()
                        .sorted(Comparator.comparingInt(
                                r -> List.of("alarm", "ok", "skip").indexOf(r.status())))
                        .limit(SHOWN)
                        .toList());
    }

    List<Row> rows(Checking check, Revision revision, LocalDate today) throws CheckRefused {
        return logIn.trial(connection -> {
            String select = "SELECT " + RunningCheck.columns(check) + RunningCheck.from(check, false) + " LIMIT "
                    + (RunningCheck.MOST + 1);
            try (PreparedStatement statement = RunningCheck.statement(connection, select)) {
                RunningCheck.bind(statement, 1, check, revision, today);
                try (ResultSet found = statement.executeQuery()) {
                    return rows(found);
                }
            }
        });
    }

    private static long count(List<Row> rows, String status) {
        return rows.stream().filter(r -> r.status().equals(status)).count();
    }

    private static List<Row> rows(ResultSet found) throws SQLException, CheckRefused {
        List<Row> rows = new ArrayList<>();
        while (found.next()) {
            String subject = found.getString(1);
            String status = found.getString(2);
            if (subject == null || !List.of("ok", "alarm", "skip").contains(String.valueOf(status))) {
                throw new CheckRefused(Fault.ROWS, subject + " " + status);
            }
            java.sql.Array arguments = found.getArray(4);
            rows.add(new Row(
                    status,
                    subject,
                    found.getString(3),
                    arguments == null
                            ? List.of()
                            : Arrays.stream((String[]) arguments.getArray())
                                    .map(a -> a == null ? "" : a)
                                    .toList()));
            if (rows.size() > RunningCheck.MOST) {
                throw new CheckRefused(Fault.TOO_MANY, Integer.toString(RunningCheck.MOST));
            }
        }
        return rows;
    }
}
