package org.hoshimori.core.duties;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.concurrent.atomic.AtomicReference;
import org.hoshimori.core.company.CompanyProfile;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Follows what duties depend on: the revision in force, the fiscal year, the day, and, once an hour, who works here. Where nothing
 * has changed since it last looked, it costs next to nothing; a node that has not looked yet plans, which is idempotent.
 */
@Component
class Following {

    private final ImpliedDuties implied;
    private final RegulationInForce regulation;
    private final CompanyProfile company;
    private final Planning planning;
    private final Clock clock;
    private final AtomicReference<@Nullable Seen> last = new AtomicReference<>();

    Following(
            ImpliedDuties implied,
            RegulationInForce regulation,
            CompanyProfile company,
            Planning planning,
            Clock clock) {
        this.implied = implied;
        this.regulation = regulation;
        this.company = company;
        this.planning = planning;
        this.clock = clock;
    }

    private record Seen(int revision, String digest, Month fiscalYearBegins, LocalDate day, int hour) {}

    void look() {
        Revision now = regulation.now();
        Month begins = company.now().fiscalYearBegins();
        LocalDate today = LocalDate.now(clock);
        Seen seen = new Seen(
                now.number(),
                now.digest(),
                begins,
                today,
                clock.instant().atZone(clock.getZone()).getHour());
        if (!seen.equals(last.get())) {
            planning.plan(implied.by(now, begins), today, clock.instant());
            last.set(seen);
        }
    }
}
