package org.hoshimori.core.findings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Corrective actions, served, carried out and reviewed. */
@Component
class ActionResource implements Resource<ActionTold> {

    private static final Set<String> DOERS = Set.of("findings");
    private static final int PAGE = 50;

    private final ActionTable table;
    private final CorrectiveActions actions;

    ActionResource(ActionTable table, CorrectiveActions actions) {
        this.table = table;
        this.actions = actions;
    }

    /** What was done. */
    record CarriedOutForm(@NotBlank @Size(max = 4000) String done) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        CarriedOutForm {
            done = done == null ? "" : done;
        }
    }

    /** Whether it helps. */
    record ReviewForm(
            boolean effective, @NotBlank @Size(max = 4000) String review) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        ReviewForm {
            review = review == null ? "" : review;
        }
    }

    @Override
    public String code() {
        return "corrective-actions";
    }

    @Override
    public String scope() {
        return "findings";
    }

    @Override
    public Class<ActionTold> type() {
        return ActionTold.class;
    }

    @Override
    public String id(ActionTold shown) {
        return shown.id().toString();
    }

    @Override
    public Set<String> readers() {
        return Set.of("findings", "record");
    }

    @Override
    public List<Filter> filters() {
        return List.of(Filter.choice("state", "planned", "carried-out", "effective", "closed"));
    }

    @Override
    public Found<ActionTold> page(Wish wish, Caller caller) {
        String state = wish.text("state");
        return new Found<>(
                table.page(state, PAGE, (wish.page() - 1L) * PAGE).stream()
                        .map(ActionTold::of)
                        .toList(),
                table.count(state),
                PAGE);
    }

    @Override
    public Optional<ActionTold> find(String id, Caller caller) {
        return Ids.read(id).flatMap(table::find).map(ActionTold::of);
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(
                Act.of("carried-out", DOERS, CarriedOutForm.class, this::carryOut),
                Act.of("review", DOERS, ReviewForm.class, this::review));
    }

    private Optional<String> carryOut(String id, CarriedOutForm form, BindingResult errors, Caller caller) {
        return FindingResource.done(
                        actions.carryOut(UUID.fromString(id), form.done().strip(), caller.actor()), errors)
                .map(UUID::toString);
    }

    private Optional<String> review(String id, ReviewForm form, BindingResult errors, Caller caller) {
        return FindingResource.done(
                        actions.review(
                                UUID.fromString(id),
                                form.effective(),
                                form.review().strip(),
                                new PersonId(caller.person()),
                                caller.actor()),
                        errors)
                .map(UUID::toString);
    }
}
