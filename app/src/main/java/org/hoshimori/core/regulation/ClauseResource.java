package org.hoshimori.core.regulation;

import java.util.List;
import java.util.Optional;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.regulation.Wording;
import org.springframework.stereotype.Component;

/** The clauses of the regulation in force, served to everybody, in their order. */
@Component
class ClauseResource implements Resource<ClauseTold> {

    private static final int PAGE = 50;

    private final RegulationInForce inForce;

    ClauseResource(RegulationInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public String code() {
        return "clauses";
    }

    @Override
    public String scope() {
        return "regulation";
    }

    @Override
    public Class<ClauseTold> type() {
        return ClauseTold.class;
    }

    @Override
    public String id(ClauseTold shown) {
        return shown.id();
    }

    @Override
    public List<Filter> filters() {
        return List.of(Filter.text("chapter"));
    }

    @Override
    public Found<ClauseTold> page(Wish wish, Caller caller) {
        return Found.part(all(caller, wish.text("chapter")), wish.page(), PAGE);
    }

    @Override
    public Optional<ClauseTold> find(String id, Caller caller) {
        return all(caller, "").stream().filter(c -> c.id().equals(id)).findFirst();
    }

    private List<ClauseTold> all(Caller caller, String chapter) {
        Revision now = inForce.now();
        Wording wording = now.wording(caller.locale());
        return now.regulation().chapters().stream()
                .filter(c -> chapter.isEmpty() || c.id().equals(chapter))
                .flatMap(c -> c.clauses().map(clause -> told(clause, c, wording, now)))
                .toList();
    }

    private static ClauseTold told(Clause clause, Chapter chapter, Wording wording, Revision now) {
        return new ClauseTold(
                clause.id(),
                chapter.id(),
                Optional.ofNullable(clause.number()),
                wording.say(clause.title()),
                clause.duties().stream().map(d -> wording.say(d.words())).toList(),
                clause.parameters().stream().map(Parameter::id).toList(),
                now.id());
    }
}
