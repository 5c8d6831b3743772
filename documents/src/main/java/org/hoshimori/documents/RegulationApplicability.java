package org.hoshimori.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Mode;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;
import org.hoshimori.regulation.Wording;
import org.jspecify.annotations.Nullable;

/** A regulation's statement of applicability. */
public final class RegulationApplicability {

    private static final String ANNEX_A = "A.";

    private final Regulation regulation;
    private final Wording wording;
    private final Labels labels;

    private RegulationApplicability(Regulation regulation, Lang lang) {
        this.regulation = regulation;
        this.wording = new Wording(regulation, lang);
        this.labels = Labels.in(lang);
    }

    /** The statement in one language: every clause of the sample and every one of the operator's own. */
    public static ApplicabilityStatement of(Regulation regulation, Lang lang) {
        return new RegulationApplicability(regulation, lang).statement();
    }

    private ApplicabilityStatement statement() {
        List<ApplicabilityStatement.Clause> clauses = new ArrayList<>();
        for (int i = 0; i < regulation.chapters().size(); i++) {
            Chapter chapter = regulation.chapters().get(i);
            if (!chapter.id().equals(RegulationDocument.WHOLE)) {
                regulation
                        .catalog()
                        .chapters()
                        .get(i)
                        .clauses()
                        .filter(Clause::hasOwnMatter)
                        .forEach(c -> clauses.add(clause(chapter, c)));
                chapter.clauses()
                        .filter(c -> regulation.isAdded(c.id()))
                        .forEach(c -> clauses.add(standing(chapter, c)));
            }
        }
        return new ApplicabilityStatement(
                labels.lang(),
                value("reg_title"),
                value("reg_company"),
                value("reg_revision"),
                value("reg_effective-on"),
                RegulationDocument.dated(regulation),
                clauses,
                regulation.settings().stream().map(this::parameter).toList());
    }

    private String value(String parameter) {
        return regulation.setting(parameter).map(wording::value).orElse("");
    }

    private ApplicabilityStatement.Clause clause(Chapter chapter, Clause sample) {
        Optional<Clause> clause = regulation.clause(sample.id());
        return clause.map(c -> standing(chapter, c)).orElseGet(() -> row(chapter, sample, false, whyNot(sample)));
    }

    private ApplicabilityStatement.Clause standing(Chapter chapter, Clause clause) {
        return row(chapter, clause, true, "");
    }

    private String whyNot(Clause clause) {
        Regulation.@Nullable Exclusion exclusion = regulation.exclusions().get(clause.id());
        if (exclusion != null) {
            return exclusion.reason() == null ? "" : wording.say(exclusion.reason());
        }
        return labels.get("soa.reason.chosen");
    }

    private ApplicabilityStatement.Clause row(Chapter chapter, Clause clause, boolean applies, String reason) {
        List<String> csf =
                clause.related().stream().filter(r -> !r.startsWith(ANNEX_A)).toList();
        return new ApplicabilityStatement.Clause(
                clause.id(),
                labels.get("chapter.title", Integer.toString(chapter.number()), wording.say(chapter.title())),
                number(chapter, clause),
                wording.say(clause.title()),
                applies,
                reason,
                count(clause, applies, Mode.EXECUTED),
                count(clause, applies, Mode.PERSON),
                count(clause, applies, Mode.TEXT),
                csf.isEmpty() ? chapter.csf() : csf,
                clause.related().stream().filter(r -> r.startsWith(ANNEX_A)).toList(),
                applies ? clause.parameters().stream().map(this::inForce).toList() : List.of());
    }

    private static int count(Clause clause, boolean applies, Mode mode) {
        return applies
                ? (int) clause.duties().stream().filter(d -> d.mode() == mode).count()
                : 0;
    }

    /** The number of the innermost numbered section around a clause. */
    private String number(Chapter chapter, Clause clause) {
        return regulation.catalog().chapters().stream()
                .filter(c -> c.id().equals(chapter.id()))
                .flatMap(Chapter::clauses)
                .filter(c -> c.number() != null)
                .filter(c -> clause.id().equals(c.id())
                        || clause.id().startsWith(c.id() + ".")
                        || clause.id().startsWith(c.id() + "-"))
                .reduce((outer, inner) -> inner)
                .map(Clause::number)
                .orElse("");
    }

    private String inForce(Parameter parameter) {
        return wording.say(parameter.label()) + ": " + value(parameter.id());
    }

    private ApplicabilityStatement.Parameter parameter(Setting setting) {
        Parameter parameter = setting.parameter();
        return new ApplicabilityStatement.Parameter(
                parameter.id(),
                parameter.clause(),
                wording.say(parameter.label()),
                wording.value(setting),
                parameter.sample() == null ? "" : wording.value(parameter, parameter.sample()),
                parameter.unit() == null ? "" : labels.unit(parameter.unit()),
                RegulationPhrases.state(setting.state()),
                setting.setBy() == null ? "" : setting.setBy().toString());
    }
}
