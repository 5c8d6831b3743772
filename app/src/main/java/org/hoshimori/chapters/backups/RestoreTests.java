package org.hoshimori.chapters.backups;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hoshimori.core.duties.Duties;
import org.hoshimori.core.duties.DutyId;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Trials of restoring; the next one is due so long after a good one as the regulation says. */
@Service
@Transactional
public class RestoreTests {

    private final JdbcClient sql;
    private final BackupPlanTable plans;
    private final Duties duties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RestoreTests(JdbcClient sql, BackupPlanTable plans, Duties duties, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.plans = plans;
        this.duties = duties;
        this.events = events;
        this.clock = clock;
    }

    /** Puts on record that somebody has tried; false if the day is still to come. */
    public boolean tested(
            PlanId id, LocalDate day, String restored, int minutes, boolean succeeded, String note, PersonId who) {
        if (day.isAfter(LocalDate.now(clock))) {
            return false;
        }
        if (plans.lock(id).isEmpty()) {
            throw new PlanUnknown(id.toString());
        }
        RestoreTest test = new RestoreTest(
                UUID.randomUUID(), day, restored.strip(), minutes, succeeded, note.strip(), "person:" + who);
        sql.sql("""
                INSERT INTO backups.restore_test
                  (id, plan, tested_on, restored, minutes, succeeded, note, tested_by, recorded_at)
                VALUES (:id, :plan, :day, :restored, :minutes, :succeeded, :note, :by, :now)""")
                .param("id", test.id())
                .param("plan", id.value())
                .param("day", day)
                .param("restored", test.restored())
                .param("minutes", minutes)
                .param("succeeded", succeeded)
                .param("note", test.note())
                .param("by", test.by())
                .param("now", BackupPlanTable.time(clock.instant()))
                .update();
        events.publishEvent(new PlanEvent.RestoreTested(Actor.person(who.value()), id, test));
        if (succeeded) {
            plans.tested(id, day);
            // Whoever has the duty has done it by this; for anybody else it moves to its next day.
            for (DutyId duty : duties.openAbout(id.subject())) {
                duties.done(duty, test.restored(), who);
            }
            duties.setOff(BackupPlans.RESTORABLE, id.subject(), day);
        }
        return true;
    }

    /** The newest of a plan. */
    @Transactional(readOnly = true)
    List<RestoreTest> of(PlanId id, int most) {
        return sql.sql(
                        "SELECT * FROM backups.restore_test WHERE plan = :plan ORDER BY tested_on DESC, recorded_at DESC LIMIT :most")
                .param("plan", id.value())
                .param("most", most)
                .query((row, n) -> new RestoreTest(
                        row.getObject("id", UUID.class),
                        row.getObject("tested_on", LocalDate.class),
                        row.getString("restored"),
                        row.getInt("minutes"),
                        row.getBoolean("succeeded"),
                        row.getString("note"),
                        row.getString("tested_by")))
                .list();
    }
}
