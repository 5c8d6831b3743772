package org.hoshimori.chapters.disposals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Disposals, served: one's own, and all to who keeps or audits assets. */
@Component
class DisposalResource implements Resource<DisposalTold> {

    private static final Set<String> SEE_ALL = Set.of("assets", "findings", "record");
    private static final int PAGE = 50;

    private final DisposalTable table;
    private final Disposals disposals;

    DisposalResource(DisposalTable table, Disposals disposals) {
        this.table = table;
        this.disposals = disposals;
    }

    @Override
    public String code() {
        return "disposals";
    }

    @Override
    public String scope() {
        return "disposals";
    }

    @Override
    public Class<DisposalTold> type() {
        return DisposalTold.class;
    }

    @Override
    public String id(DisposalTold shown) {
        return shown.id().toString();
    }

    @Override
    public Found<DisposalTold> page(Wish wish, Caller caller) {
        Optional<PersonId> own = caller.mayAny(SEE_ALL) ? Optional.empty() : Optional.of(new PersonId(caller.person()));
        return new Found<>(
                table.page(own, PAGE, (wish.page() - 1) * PAGE).stream()
                        .map(DisposalTold::of)
                        .toList(),
                table.count(own),
                PAGE);
    }

    @Override
    public Optional<DisposalTold> find(String id, Caller caller) {
        return Ids.read(id)
                .flatMap(table::find)
                .filter(d -> caller.mayAny(SEE_ALL) || d.doneBy().value().equals(caller.person()))
                .map(DisposalTold::of);
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(Act.enter(Set.of(), DisposalForm.class, this::enter).without("words"));
    }

    /** People do it, and say so themselves. */
    private Optional<String> enter(String none, DisposalForm form, BindingResult errors, Caller caller) {
        if (!caller.isPerson()) {
            errors.reject("api.member.people-only");
            return Optional.empty();
        }
        Optional<Disposals.Wish> wish = DisposalPages.wish(form, errors);
        if (wish.isEmpty()) {
            return Optional.empty();
        }
        return switch (disposals.enter(wish.get(), new PersonId(caller.person()), caller.locale(), caller.actor())) {
            case Disposals.Outcome.Done(Disposal done) -> Optional.of(done.id().toString());
            case Disposals.Outcome.Forbidden _ -> {
                errors.rejectValue("treatment", "disposal.forbidden");
                yield Optional.empty();
            }
            case Disposals.Outcome.Refused(Disposals.Refusal why) -> {
                DisposalPages.refuse(why, errors);
                yield Optional.empty();
            }
        };
    }
}
