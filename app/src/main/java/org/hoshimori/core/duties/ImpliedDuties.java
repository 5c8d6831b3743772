package org.hoshimori.core.duties;

import java.time.Month;
import java.util.List;
import java.util.Optional;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Span;
import org.hoshimori.catalog.Value;
import org.hoshimori.core.company.CompanyProfile;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;
import org.springframework.stereotype.Component;

/** Reads from a regulation which kinds of duties it implies, and how often. */
@Component
class ImpliedDuties {

    private static final Span YEAR = Span.parse("P1Y");
    private static final Span SAME_DAY = Span.parse("P0D");

    private final DutyKinds kinds;
    private final RegulationInForce regulation;
    private final CompanyProfile company;

    ImpliedDuties(DutyKinds kinds, RegulationInForce regulation, CompanyProfile company) {
        this.kinds = kinds;
        this.regulation = regulation;
        this.company = company;
    }

    /** By the regulation in force now. */
    List<Implied> now() {
        return by(regulation.now(), company.now().fiscalYearBegins());
    }

    /** What the regulation in force makes of one that an event sets off. */
    Optional<Implied> now(DutyKind kind) {
        return implied(kind, regulation.now(), Month.APRIL);
    }

    List<Implied> by(Revision revision, Month fiscalYearBegins) {
        return kinds.all().stream()
                .flatMap(k -> implied(k, revision, fiscalYearBegins).stream())
                .toList();
    }

    /** Nothing, where no clause that it fulfils stands in the regulation. */
    private static Optional<Implied> implied(DutyKind kind, Revision revision, Month fiscalYearBegins) {
        Regulation regulation = revision.regulation();
        return kind.obliges().stream()
                .filter(id ->
                        regulation.entry(id).filter(Duty.class::isInstance).isPresent())
                .findFirst()
                .map(id -> new Implied(
                        kind,
                        clause(regulation, id),
                        id,
                        rhythm(kind, regulation, fiscalYearBegins),
                        kind.when() instanceof When.After after
                                ? Optional.of(span(regulation, after.within()).orElse(SAME_DAY))
                                : Optional.empty(),
                        revision.number()));
    }

    private static Optional<Rhythm> rhythm(DutyKind kind, Regulation regulation, Month fiscalYearBegins) {
        return kind.when() instanceof When.Every every
                ? Optional.of(new Rhythm(
                        span(regulation, every.every()).orElse(YEAR),
                        fiscalYearBegins,
                        month(regulation, every.month()),
                        span(regulation, every.by())))
                : Optional.empty();
    }

    private static Optional<Span> span(Regulation regulation, String written) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        return written.contains("_")
                ? value(regulation, written)
                        .filter(Value.OfSpan.class::isInstance)
                        .map(v -> ((Value.OfSpan) v).span())
                        .filter(s -> s.approximateSeconds() > 0)
                : Optional.of(Span.parse(written));
    }

    private static Optional<Month> month(Regulation regulation, String parameter) {
        return value(regulation, parameter)
                .filter(Value.OfInteger.class::isInstance)
                .map(v -> Month.of((int) ((Value.OfInteger) v).number()));
    }

    private static Optional<Value> value(Regulation regulation, String parameter) {
        return regulation.setting(parameter).map(Setting::value);
    }

    /** The innermost clause in which a duty stands. */
    private static String clause(Regulation regulation, String id) {
        return regulation.chapters().stream()
                .flatMap(c -> c.clauses())
                .filter(c -> c.contents().stream().anyMatch(e -> stands(e, id)))
                .map(Clause::id)
                .findFirst()
                .orElse(id);
    }

    private static boolean stands(Entry entry, String id) {
        return entry instanceof Duty duty && duty.id().equals(id);
    }
}
