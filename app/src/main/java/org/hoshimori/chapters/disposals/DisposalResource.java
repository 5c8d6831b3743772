package org.hoshimori.chapters.disposals;

import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;

/** Disposals, served: one's own, and all to who keeps or audits assets. */
@Component
class DisposalResource implements Resource<DisposalTold> {

    private static final Set<String> SEE_ALL = Set.of("assets", "findings", "record");
    private static final int PAGE = 50;

    private final DisposalTable table;

    DisposalResource(DisposalTable table) {
        this.table = table;
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
}
