package org.hoshimori.core.approvals;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Requests, served to who may see them; people decide, programs don't. */
@Component
class ApprovalResource implements Resource<RequestTold> {

    private final Approvals approvals;
    private final Requests requests;
    private final RequestsSeen seen;
    private final RequestList list;
    private final SeatingToday seating;
    private final ApprovalSheet sheets;

    ApprovalResource(
            Approvals approvals,
            Requests requests,
            RequestsSeen seen,
            RequestList list,
            SeatingToday seating,
            ApprovalSheet sheets) {
        this.approvals = approvals;
        this.requests = requests;
        this.seen = seen;
        this.list = list;
        this.seating = seating;
        this.sheets = sheets;
    }

    /** A decision. */
    record DecisionForm(
            @NotNull Verdict verdict, @Size(max = 2000) String comment) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        DecisionForm {
            comment = comment == null ? "" : comment;
        }
    }

    /** Nothing more need be said. */
    record WithdrawalForm() {}

    @Override
    public String code() {
        return "approvals";
    }

    @Override
    public String scope() {
        return "approvals";
    }

    @Override
    public Class<RequestTold> type() {
        return RequestTold.class;
    }

    @Override
    public String id(RequestTold shown) {
        return shown.id().toString();
    }

    @Override
    public List<Filter> filters() {
        return List.of(
                Filter.choice("show", "mine", "asked", "all"),
                Filter.choice(
                        "state",
                        Arrays.stream(State.values())
                                .map(s -> s.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    @Override
    public Found<RequestTold> page(Wish wish, Caller caller) {
        Seating today = seating.read();
        RequestList.Page found = switch (wish.text("show")) {
            case "asked" -> list.asked(caller.actor(), wish.page());
            case "all" ->
                caller.may("record")
                        ? list.all(state(wish), wish.page())
                        : list.toDecide(person(caller), today, wish.page());
            default -> list.toDecide(person(caller), today, wish.page());
        };
        Map<RequestId, Request> read =
                requests.find(found.ids()).stream().collect(Collectors.toMap(Request::id, r -> r));
        return new Found<>(
                found.ids().stream()
                        .flatMap(id -> Stream.ofNullable(read.get(id)))
                        .map(r -> told(r, today, caller))
                        .toList(),
                found.total(),
                RequestList.PAGE);
    }

    private static Optional<State> state(Wish wish) {
        return wish.text("state").isEmpty()
                ? Optional.empty()
                : Optional.of(State.valueOf(wish.text("state").toUpperCase(Locale.ROOT)));
    }

    @Override
    public Optional<RequestTold> find(String id, Caller caller) {
        Seating today = seating.read();
        return Ids.read(id)
                .map(RequestId::new)
                .flatMap(r -> seen.find(r, today, person(caller), caller.actor(), caller.may("record")))
                .map(r -> told(r, today, caller));
    }

    private RequestTold told(Request request, Seating today, Caller caller) {
        List<Sitting> waiting = request.waiting();
        Map<String, String> record = new LinkedHashMap<>();
        sheets.record(request).forEach((name, value) -> record.put(name, String.valueOf(value)));
        return new RequestTold(
                request.id().value(),
                request.kind(),
                sheets.title(request, caller.locale()),
                request.clause(),
                record,
                request.requestedBy().id(),
                request.requestedAt(),
                request.expiresOn(),
                request.state(),
                request.settledAt(),
                request.line().stream()
                        .map(s -> RequestTold.SeatTold.of(s, waiting.contains(s)))
                        .toList(),
                !request.requestedBy().equals(caller.actor())
                        && Deciding.place(request, today, person(caller)).isPresent());
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(
                Act.of("decide", Set.of(), DecisionForm.class, this::decide),
                Act.of("withdraw", Set.of(), WithdrawalForm.class, this::withdraw));
    }

    private Optional<String> decide(String id, DecisionForm form, BindingResult errors, Caller caller) {
        Verdict verdict = form.verdict();
        if (!caller.isPerson()) {
            errors.reject("approvals.refusal.NOT_YOURS");
            return Optional.empty();
        }
        return done(
                approvals.decide(RequestId.of(id), verdict, form.comment(), person(caller), caller.actor()), errors);
    }

    private Optional<String> withdraw(String id, WithdrawalForm form, BindingResult errors, Caller caller) {
        return done(approvals.withdraw(RequestId.of(id), caller.actor()), errors);
    }

    private static Optional<String> done(Approvals.Outcome outcome, BindingResult errors) {
        return switch (outcome) {
            case Approvals.Outcome.Done(RequestId id, State _) -> Optional.of(id.toString());
            case Approvals.Outcome.Refused(Approvals.Refusal why) -> {
                errors.reject("approvals.refusal." + why.name());
                yield Optional.empty();
            }
        };
    }

    private static PersonId person(Caller caller) {
        return new PersonId(caller.person());
    }
}
