package org.hoshimori.regulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Condition;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.Value;
import org.hoshimori.catalog.Words;
import org.hoshimori.yaml.Place;
import org.jspecify.annotations.Nullable;

/** Finds what is still open, unknown, too weak or contradictory in a regulation. */
public final class Lint {

    private static final int GUESSES = 200;

    private final Regulation regulation;
    private final List<Finding> findings = new ArrayList<>();

    private Lint(Regulation regulation) {
        this.regulation = regulation;
    }

    /** All findings, the gravest first, within a severity in the catalog's order. */
    public static List<Finding> of(Regulation regulation) {
        Lint lint = new Lint(regulation);
        lint.misfits();
        lint.catalogVersion();
        lint.parameters();
        lint.findings.addAll(new WordsLint(regulation).findings());
        lint.exclusions();
        lint.rules();
        return lint.findings.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }

    /** Only what does not fit the catalog. */
    public static List<Finding> misfits(Regulation regulation) {
        Lint lint = new Lint(regulation);
        lint.misfits();
        return List.copyOf(lint.findings);
    }

    private void misfits() {
        for (Misfit misfit : regulation.misfits()) {
            List<String> arguments = new ArrayList<>();
            arguments.add(misfit.subject());
            arguments.addAll(misfit.arguments());
            // A file that fits nowhere gets no thousands of guesses.
            String near = findings.size() < GUESSES ? NearestId.of(misfit, regulation.catalog()) : "";
            Words suggestion =
                    near.isEmpty() ? suggestion(misfit, arguments) : Messages.of("lint.did-you-mean", List.of(near));
            findings.add(new Finding(
                    misfit.code(),
                    Severity.ERROR,
                    List.of(misfit.subject()),
                    misfit.place(),
                    Messages.of("lint." + misfit.code(), arguments),
                    suggestion,
                    List.of()));
        }
    }

    private static @Nullable Words suggestion(Misfit misfit, List<String> arguments) {
        String code = switch (misfit.code()) {
            case "wrong-type" -> "lint.write." + arguments.get(1);
            case "wrong-cell" -> "lint.write." + arguments.get(2);
            default -> "lint." + misfit.code() + ".suggestion";
        };
        return Messages.find(code, arguments).orElse(null);
    }

    private void catalogVersion() {
        String version = regulation.catalog().version();
        for (Tailoring tailoring : regulation.tailorings()) {
            if (tailoring.catalogVersion() != null
                    && !tailoring.catalogVersion().equals(version)) {
                add(
                        "other-catalog",
                        Severity.WARNING,
                        "reg",
                        new Place(tailoring.source(), 1, 1),
                        tailoring.catalogVersion(),
                        version);
            }
        }
    }

    private void parameters() {
        Condition.Facts facts = new RegulationFacts(regulation);
        for (Setting setting : regulation.settings()) {
            Parameter parameter = setting.parameter();
            boolean stands = inForce(parameter.clause())
                    && (parameter.when() == null
                            || Condition.parse(parameter.when()).holds(facts));
            if (stands) {
                openness(setting);
                weakness(setting);
            }
        }
    }

    private boolean inForce(String clauseOrChapter) {
        return regulation.clause(clauseOrChapter).isPresent()
                || regulation.chapters().stream().anyMatch(c -> c.id().equals(clauseOrChapter));
    }

    private void openness(Setting setting) {
        String id = setting.parameter().id();
        Words label = setting.parameter().label();
        switch (setting.state()) {
            case FILL -> add("open-fill", Severity.ERROR, id, null, label);
            case CHOOSE -> add("open-choice", Severity.WARNING, id, null, label);
            case SAMPLE, SET -> {
                if (setting.parameter().guidance() != null && isSample(setting)) {
                    findings.add(new Finding(
                            "older-than-guidance",
                            Severity.INFO,
                            List.of(id),
                            setting.setBy(),
                            setting.parameter().guidance(),
                            null,
                            List.of()));
                }
            }
        }
    }

    private static boolean isSample(Setting setting) {
        return setting.value() != null
                && setting.value().equals(setting.parameter().sample());
    }

    private void weakness(Setting setting) {
        Parameter parameter = setting.parameter();
        Value value = setting.value();
        Place place = setting.setBy();
        if (value == null) {
            return;
        }
        Parameter.Law law = parameter.law();
        if (law != null && Strictness.against(law.direction(), law.bound(), value) == Strictness.LOOSENED) {
            findings.add(new Finding(
                    "weaker-than-law",
                    Severity.ERROR,
                    List.of(parameter.id()),
                    place,
                    said("lint.weaker-than-law", parameter, value, law.bound(), law.citation()),
                    Messages.of(
                            "lint.set-to", List.of(parameter.id(), law.bound().code())),
                    List.of(new Catalog.Remedy(parameter.id(), law.bound().code()))));
        } else if (place != null
                && parameter.sample() != null
                && Strictness.of(parameter, parameter.sample(), value) == Strictness.LOOSENED) {
            if (advised(parameter, value)) {
                // Going back to the sample would bring back the finding whose advice was taken.
                findings.add(new Finding(
                        "weaker-than-sample",
                        Severity.INFO,
                        List.of(parameter.id()),
                        place,
                        said("lint.weaker-than-sample", parameter, value, parameter.sample(), null),
                        null,
                        List.of()));
                return;
            }
            findings.add(new Finding(
                    "weaker-than-sample",
                    Severity.WARNING,
                    List.of(parameter.id()),
                    place,
                    said("lint.weaker-than-sample", parameter, value, parameter.sample(), null),
                    Messages.of(
                            "lint.set-to",
                            List.of(parameter.id(), parameter.sample().code())),
                    List.of(new Catalog.Remedy(
                            parameter.id(), parameter.sample().code()))));
        }
    }

    /** Whether a rule of the catalog itself suggests this value. */
    private boolean advised(Parameter parameter, Value value) {
        return regulation.catalog().rules().stream()
                .flatMap(rule -> rule.suggest().stream())
                .anyMatch(r -> r.parameter().equals(parameter.id()) && r.value().equals(value.code()));
    }

    private Words said(String code, Parameter parameter, Value value, Value bound, @Nullable Words citation) {
        return bothLanguages(
                wording -> List.of(
                        wording.text(parameter.label()),
                        wording.value(parameter, value),
                        wording.value(parameter, bound),
                        citation == null ? "" : wording.text(citation)),
                code);
    }

    private void exclusions() {
        for (Tailoring tailoring : regulation.tailorings()) {
            for (Tailoring.Exclusion exclusion : tailoring.exclusions()) {
                if (exclusion.reason() == null && regulation.exclusions().containsKey(exclusion.clause())) {
                    add("exclusion-without-reason", Severity.ERROR, exclusion.clause(), exclusion.place());
                }
            }
        }
    }

    private void rules() {
        Condition.Facts facts = new RegulationFacts(regulation);
        for (Catalog.Rule rule : regulation.catalog().rules()) {
            if (Condition.parse(rule.when()).holds(facts)) {
                findings.add(new Finding(
                        rule.id(),
                        Severity.of(rule.severity()),
                        rule.at(),
                        placeOf(rule),
                        worded(rule.message()),
                        worded(rule.suggestion()),
                        remedies(rule)));
            }
        }
    }

    private @Nullable Place placeOf(Catalog.Rule rule) {
        return rule.at().stream()
                .flatMap(id -> regulation.setting(id).stream())
                .map(Setting::setBy)
                .filter(p -> p != null)
                .findFirst()
                .orElse(null);
    }

    private List<Catalog.Remedy> remedies(Catalog.Rule rule) {
        return rule.suggest().stream()
                .map(r -> new Catalog.Remedy(
                        r.parameter(),
                        regulation
                                .setting(r.value())
                                .map(Setting::value)
                                .map(Value::code)
                                .orElse(r.value())))
                .toList();
    }

    private Words worded(Words words) {
        return new Words(new Wording(regulation, Lang.JA).say(words), new Wording(regulation, Lang.EN).say(words));
    }

    private void add(String rule, Severity severity, String subject, @Nullable Place place, String... arguments) {
        List<String> all = new ArrayList<>(List.of(subject));
        all.addAll(List.of(arguments));
        findings.add(new Finding(
                rule,
                severity,
                List.of(subject),
                place,
                Messages.of("lint." + rule, all),
                Messages.find("lint." + rule + ".suggestion", all).orElse(null),
                List.of()));
    }

    private void add(String rule, Severity severity, String subject, @Nullable Place place, Words argument) {
        findings.add(new Finding(
                rule,
                severity,
                List.of(subject),
                place,
                bothLanguages(w -> List.of(subject, w.text(argument)), "lint." + rule),
                Messages.find("lint." + rule + ".suggestion", List.of(subject)).orElse(null),
                List.of()));
    }

    /** Fills a message whose arguments are themselves words. */
    private Words bothLanguages(Function<Spoken, List<String>> arguments, String code) {
        Map<Lang, String> said = new EnumMap<>(Lang.class);
        for (Lang lang : Lang.values()) {
            Wording wording = new Wording(regulation, lang);
            said.put(
                    lang,
                    Messages.of(code, arguments.apply(new Spoken(wording))).in(lang));
        }
        return new Words(said.get(Lang.JA), said.get(Lang.EN));
    }

    private record Spoken(Wording wording) {
        String text(Words words) {
            return wording.say(words);
        }

        String value(Parameter parameter, Value value) {
            return wording.value(parameter, value);
        }
    }
}
