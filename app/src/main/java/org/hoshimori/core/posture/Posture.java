package org.hoshimori.core.posture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Mode;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the regulation in force is kept now. */
@Service
@Transactional(readOnly = true)
public class Posture {

    /** A word counts for a year: until the next inspection ({@code org-2.a}). */
    static final Duration WORD = Duration.ofDays(366);

    private static final Pattern CATEGORY = Pattern.compile("^[A-Z]{2}\\.[A-Z]{2}");

    private final RegulationInForce inForce;
    private final SignTable signs;
    private final List<OverdueDuties> duties;
    private final Clock clock;

    Posture(RegulationInForce inForce, SignTable signs, List<OverdueDuties> duties, Clock clock) {
        this.inForce = inForce;
        this.signs = signs;
        this.duties = duties;
        this.clock = clock;
    }

    /** All of it. */
    public PostureReport now() {
        return of(signs.checks(LocalDate.now(clock)));
    }

    PostureReport of(List<SignTable.Checked> checks) {
        Revision revision = inForce.now();
        Map<String, ClauseState.Signs> known = signs(checks);
        List<ClauseState> clauses = new ArrayList<>();
        Map<Mode, Integer> share = new EnumMap<>(Mode.class);
        for (Chapter chapter : revision.regulation().chapters()) {
            for (Clause clause : chapter.clauses().toList()) {
                ClauseState.Signs sign = known.getOrDefault(clause.id(), ClauseState.Signs.NONE);
                List<Duty> obliging = clause.duties();
                obliging.forEach(d -> share.merge(d.mode(), 1, Integer::sum));
                if (!obliging.isEmpty() || sign.checks() > 0) {
                    clauses.add(state(chapter, clause, obliging, sign));
                }
            }
        }
        revision.regulation().exclusions().values().stream()
                .map(e -> excluded(revision, e.clause()))
                .forEach(clauses::add);
        return new PostureReport(
                new PostureReport.Share(
                        share.getOrDefault(Mode.EXECUTED, 0),
                        share.getOrDefault(Mode.PERSON, 0),
                        share.getOrDefault(Mode.TEXT, 0)),
                clauses);
    }

    private static ClauseState state(Chapter chapter, Clause clause, List<Duty> duties, ClauseState.Signs sign) {
        return new ClauseState(
                clause.id(),
                chapter.id(),
                sign.state(duties),
                sign.ok(),
                sign.alarm(),
                sign.skip(),
                sign.excepted(),
                sign.overdue(),
                sign.mechanism(duties),
                later(sign.ranAt(), sign.word()),
                categories(chapter, clause));
    }

    private static ClauseState excluded(Revision revision, Clause clause) {
        String id = clause.id().substring(0, Math.max(0, clause.id().indexOf('-')));
        List<String> categories = revision.regulation().chapters().stream()
                .filter(c -> c.id().equals(id))
                .map(c -> categories(c, clause))
                .findFirst()
                .orElse(List.of());
        return new ClauseState(clause.id(), id, State.EXCLUDED, 0, 0, 0, 0, 0, "none", null, categories);
    }

    /** Those of its finer links, or else its chapter's. */
    private static List<String> categories(Chapter chapter, Clause clause) {
        List<String> own = clause.related().stream()
                .flatMap(r -> CATEGORY.matcher(r).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
        return own.isEmpty() ? chapter.csf() : own;
    }

    private Map<String, ClauseState.Signs> signs(List<SignTable.Checked> checks) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        Map<String, Integer> overdue = new HashMap<>();
        duties.forEach(d -> d.countsByClause(today).forEach((c, n) -> overdue.merge(c, n, Integer::sum)));
        Map<String, Instant> words = signs.words(now.minus(WORD));
        Map<String, ClauseState.Signs> known = new HashMap<>();
        for (SignTable.Checked check : checks) {
            known.merge(
                    check.clause(),
                    new ClauseState.Signs(
                            1,
                            check.runs() ? 0 : 1,
                            check.ok(),
                            check.alarm(),
                            check.skip(),
                            check.excepted(),
                            0,
                            check.ranAt(),
                            null),
                    Posture::together);
        }
        overdue.forEach((clause, count) ->
                known.merge(clause, new ClauseState.Signs(0, 0, 0, 0, 0, 0, count, null, null), Posture::together));
        words.forEach((clause, at) ->
                known.merge(clause, new ClauseState.Signs(0, 0, 0, 0, 0, 0, 0, null, at), Posture::together));
        return known;
    }

    private static ClauseState.Signs together(ClauseState.Signs a, ClauseState.Signs b) {
        return new ClauseState.Signs(
                a.checks() + b.checks(),
                a.broken() + b.broken(),
                a.ok() + b.ok(),
                a.alarm() + b.alarm(),
                a.skip() + b.skip(),
                a.excepted() + b.excepted(),
                a.overdue() + b.overdue(),
                later(a.ranAt(), b.ranAt()),
                later(a.word(), b.word()));
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }
}
