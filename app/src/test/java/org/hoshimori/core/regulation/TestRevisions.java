package org.hoshimori.core.regulation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Revisions of years to come for tests of other rooms, and the regulation as it is in force then. */
public final class TestRevisions {

    private TestRevisions() {}

    /** Adopts a regulation with effect after every other that is adopted. */
    public static Revision last(Adoption adoption, RegulationInForce inForce, String tailoring) {
        Instant last = inForce.latest().effectiveAt();
        Instant first = LocalDate.of(2070, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Regulation regulation =
                Regulation.resolve(CatalogJson.shipped(), TailoringReader.read("tailoring.yaml", tailoring));
        Adoption.Outcome outcome = adoption.adopt(
                regulation, (last.isAfter(first) ? last : first).plusSeconds(86_400), Actor.system("test"));
        return ((Adoption.Outcome.Adopted) outcome).revision();
    }

    /** What is in force by this clock. */
    public static RegulationInForce by(JdbcClient sql, Clock clock) {
        return new RegulationInForce(new Revisions(sql), clock);
    }
}
