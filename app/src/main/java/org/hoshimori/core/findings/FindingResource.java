package org.hoshimori.core.findings;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.core.checks.Severity;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Findings, served; a corrective action is planned for one. */
@Component
class FindingResource implements Resource<FindingTold> {

    private static final Pattern ID = Pattern.compile("(\\d{1,9}):(.{1,200})");

    private static final Set<String> DOERS = Set.of("findings");

    private final FindingList list;
    private final FindingWords words;
    private final CorrectiveActions actions;
    private final Exemptions exemptions;

    FindingResource(FindingList list, FindingWords words, CorrectiveActions actions, Exemptions exemptions) {
        this.list = list;
        this.words = words;
        this.actions = actions;
        this.exemptions = exemptions;
    }

    /** Nothing more need be said. */
    record ExceptionEndForm() {}

    @Override
    public String code() {
        return "findings";
    }

    @Override
    public String scope() {
        return "findings";
    }

    @Override
    public Class<FindingTold> type() {
        return FindingTold.class;
    }

    @Override
    public String id(FindingTold shown) {
        return shown.id();
    }

    @Override
    public Set<String> readers() {
        return Set.of("findings", "record");
    }

    @Override
    public List<Filter> filters() {
        return List.of(
                Filter.choice("status", FindingList.Wish.STATUSES),
                Filter.text("chapter"),
                Filter.text("clause"),
                Filter.choice(
                        "severity",
                        Arrays.stream(Severity.values()).map(Severity::code).toList()),
                Filter.number("check"),
                Filter.text("q"));
    }

    @Override
    public Found<FindingTold> page(Wish wish, Caller caller) {
        FindingList.Wish asked = new FindingList.Wish(
                wish.text("status"),
                wish.text("chapter"),
                wish.text("clause"),
                wish.text("severity"),
                wish.number("check", 0),
                wish.text("q").strip(),
                wish.page());
        FindingList.Page page = list.page(asked, words.meant(asked.words()));
        return new Found<>(told(page.rows(), caller), page.total(), FindingList.PAGE);
    }

    @Override
    public Optional<FindingTold> find(String id, Caller caller) {
        Matcher parts = ID.matcher(id);
        return parts.matches()
                ? list.find(Integer.parseInt(parts.group(1)), parts.group(2))
                        .map(row -> told(List.of(row), caller).getFirst())
                : Optional.empty();
    }

    private List<FindingTold> told(List<FindingList.Row> rows, Caller caller) {
        Set<String> ids = new HashSet<>();
        for (FindingList.Row row : rows) {
            ids.add(row.subject());
            row.arguments().stream().filter(FindingWords::isId).forEach(ids::add);
        }
        Map<String, String> names = words.names(ids, caller.locale());
        return rows.stream().map(r -> told(r, names, caller)).toList();
    }

    private FindingTold told(FindingList.Row row, Map<String, String> names, Caller caller) {
        return new FindingTold(
                row.check() + ":" + row.subject(),
                row.check(),
                row.title(caller.locale().getLanguage()),
                row.clause(),
                row.severity(),
                row.subject(),
                names.getOrDefault(row.subject(), row.subject()),
                row.word(),
                row.reason(),
                row.arguments(),
                row.status().equals("alarm") ? words.reason(row.reason(), row.arguments(), names, caller.locale()) : "",
                row.since().toInstant(),
                row.exception(),
                row.action());
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(
                Act.of("plan-action", DOERS, ActionForm.class, this::plan).without("responsibleWords"),
                Act.of("ask-exception", DOERS, ExemptionForm.class, this::ask),
                Act.of("end-exception", DOERS, ExceptionEndForm.class, this::end));
    }

    private Optional<String> ask(String id, ExemptionForm form, BindingResult errors, Caller caller) {
        FindingTold finding = find(id, caller).orElseThrow(() -> new FindingUnknown(id));
        return ExemptionPages.asked(
                        exemptions, finding.check(), finding.subject(), finding.clause(), form, errors, caller.actor())
                ? Optional.of(id)
                : Optional.empty();
    }

    private Optional<String> end(String id, ExceptionEndForm form, BindingResult errors, Caller caller) {
        FindingTold finding = find(id, caller).orElseThrow(() -> new FindingUnknown(id));
        Optional<Exemption> holds = exemptions.of(finding.check(), finding.subject()).stream()
                .filter(e -> e.state() == Exemption.State.APPROVED)
                .findFirst();
        if (holds.isEmpty()) {
            errors.reject("exception.none-holds");
            return Optional.empty();
        }
        exemptions.end(holds.get().id(), caller.actor());
        return Optional.of(id);
    }

    private Optional<String> plan(String id, ActionForm form, BindingResult errors, Caller caller) {
        FindingTold finding = find(id, caller).orElseThrow(() -> new FindingUnknown(id));
        return ActionPages.described(finding.check(), finding.subject(), finding.clause(), form, errors)
                .map(action -> actions.plan(action, caller.actor()))
                .flatMap(outcome -> done(outcome, errors))
                .map(_ -> id);
    }

    /** The action that was written; if none, the errors say why. */
    static Optional<UUID> done(CorrectiveActions.Outcome outcome, BindingResult errors) {
        return switch (outcome) {
            case CorrectiveActions.Outcome.Done(CorrectiveAction action) -> Optional.of(action.id());
            case CorrectiveActions.Outcome.Refused(CorrectiveActions.Refusal why) -> {
                switch (why) {
                    case OPEN_ALREADY -> errors.reject("action.refused.open-already");
                    case CHANGED_MEANWHILE -> errors.reject("changed-meanwhile");
                    case OWN -> errors.reject("action.refused.own");
                }
                yield Optional.empty();
            }
        };
    }
}
