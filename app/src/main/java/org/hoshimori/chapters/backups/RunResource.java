package org.hoshimori.chapters.backups;

import java.util.List;
import java.util.Optional;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.springframework.stereotype.Component;

/** Results of backups, the latest first, of plans that the caller may see. */
@Component
class RunResource implements Resource<RunTold> {

    private static final int PAGE = 50;

    private final Runs runs;

    RunResource(Runs runs) {
        this.runs = runs;
    }

    @Override
    public String code() {
        return "backup-runs";
    }

    @Override
    public String scope() {
        return "backups";
    }

    @Override
    public Class<RunTold> type() {
        return RunTold.class;
    }

    @Override
    public String id(RunTold shown) {
        return shown.id().toString();
    }

    @Override
    public List<Filter> filters() {
        return List.of(Filter.id("plan"));
    }

    @Override
    public Found<RunTold> page(Wish wish, Caller caller) {
        Runs.Seen seen = new Runs.Seen(
                wish.id("plan"), Optional.empty(), Viewer.of(caller).own());
        return new Found<>(runs.page(seen, PAGE, (wish.page() - 1L) * PAGE), runs.count(seen), PAGE);
    }

    @Override
    public Optional<RunTold> find(String id, Caller caller) {
        return Ids.read(id)
                .flatMap(run ->
                        runs
                                .page(
                                        new Runs.Seen(
                                                Optional.empty(),
                                                Optional.of(run),
                                                Viewer.of(caller).own()),
                                        1,
                                        0)
                                .stream()
                                .findFirst());
    }
}
