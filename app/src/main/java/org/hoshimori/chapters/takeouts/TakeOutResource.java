package org.hoshimori.chapters.takeouts;

import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Take-outs, served to who takes them or sees to them; people ask for them, programs don't. */
@Component
class TakeOutResource implements Resource<TakeOutTold> {

    private static final Set<String> SEE_ALL = Set.of("assets", "findings", "record");
    private static final int PAGE = 50;

    /** In which condition it leaves or comes back. */
    record ConditionForm(@Size(max = 1000) String condition) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        ConditionForm {
            condition = condition == null ? "" : condition;
        }
    }

    /** How it was lost. */
    record StoryForm(@Size(max = 1000) String story) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        StoryForm {
            story = story == null ? "" : story;
        }
    }

    /** Nothing more need be said. */
    record WithdrawalForm() {}

    private final TakeOuts takeOuts;
    private final TakeOutTable table;
    private final Receivers receivers;

    TakeOutResource(TakeOuts takeOuts, TakeOutTable table, Receivers receivers) {
        this.takeOuts = takeOuts;
        this.table = table;
        this.receivers = receivers;
    }

    @Override
    public String code() {
        return "take-outs";
    }

    @Override
    public String scope() {
        return "takeouts";
    }

    @Override
    public Class<TakeOutTold> type() {
        return TakeOutTold.class;
    }

    @Override
    public String id(TakeOutTold shown) {
        return shown.id().toString();
    }

    @Override
    public List<Filter> filters() {
        return List.of(Filter.choice(
                "state",
                Arrays.stream(TakeOut.State.values()).map(TakeOut.State::code).toList()));
    }

    @Override
    public Found<TakeOutTold> page(Wish wish, Caller caller) {
        PersonId person = new PersonId(caller.person());
        boolean all = caller.mayAny(SEE_ALL);
        Set<DepartmentId> led = receivers.ledBy(person);
        String state = wish.text("state");
        return new Found<>(
                table.page(person, led, all, state, PAGE, (wish.page() - 1L) * PAGE).stream()
                        .map(TakeOutTold::of)
                        .toList(),
                table.count(person, led, all, state),
                PAGE);
    }

    @Override
    public Optional<TakeOutTold> find(String id, Caller caller) {
        return Ids.read(id)
                .map(TakeOutId::new)
                .flatMap(table::find)
                .flatMap(t -> receivers.seen(t, new PersonId(caller.person()), caller.mayAny(SEE_ALL)))
                .map(TakeOutTold::of);
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(
                Act.enter(Set.of(), TakeOutForm.class, this::ask).without("words"),
                Act.of("leave", Set.of(), ConditionForm.class, this::leave),
                Act.of("receive", Set.of(), ConditionForm.class, this::receive),
                Act.of("lose", Set.of(), StoryForm.class, this::lose),
                Act.of("withdraw", Set.of(), WithdrawalForm.class, this::withdraw));
    }

    private Optional<String> leave(String id, ConditionForm form, BindingResult errors, Caller caller) {
        return done(
                takeOuts.leave(known(id), form.condition(), new PersonId(caller.person()), caller.actor()), id, errors);
    }

    private Optional<String> receive(String id, ConditionForm form, BindingResult errors, Caller caller) {
        return done(
                takeOuts.receive(
                        known(id),
                        form.condition(),
                        new PersonId(caller.person()),
                        caller.may("assets"),
                        caller.actor()),
                id,
                errors);
    }

    private Optional<String> lose(String id, StoryForm form, BindingResult errors, Caller caller) {
        return done(takeOuts.lose(known(id), form.story(), new PersonId(caller.person()), caller.actor()), id, errors);
    }

    private Optional<String> withdraw(String id, WithdrawalForm form, BindingResult errors, Caller caller) {
        return done(takeOuts.withdraw(known(id), new PersonId(caller.person()), caller.actor()), id, errors);
    }

    private static TakeOutId known(String id) {
        return new TakeOutId(UUID.fromString(id));
    }

    private static Optional<String> done(TakeOuts.Outcome outcome, String id, BindingResult errors) {
        return switch (outcome) {
            case TakeOuts.Outcome.Done _ -> Optional.of(id);
            case TakeOuts.Outcome.Refused(TakeOuts.Refusal why) -> {
                errors.reject("take-out.refused." + TakeOutWords.code(why));
                yield Optional.empty();
            }
        };
    }

    private Optional<String> ask(String none, TakeOutForm form, BindingResult errors, Caller caller) {
        return takeOuts.asked(form, errors, new PersonId(caller.person()), caller.actor())
                .map(t -> t.id().toString());
    }
}
