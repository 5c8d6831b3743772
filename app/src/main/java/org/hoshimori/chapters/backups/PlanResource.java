package org.hoshimori.chapters.backups;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Backup plans, served: one's own, and all to who keeps backups. */
@Component
class PlanResource implements Resource<PlanTold> {

    private static final Set<String> KEEPERS = Set.of("backups");

    private final PlanList list;
    private final BackupPlanTable table;
    private final EnteringPlan entering;

    PlanResource(PlanList list, BackupPlanTable table, EnteringPlan entering) {
        this.list = list;
        this.table = table;
        this.entering = entering;
    }

    @Override
    public String code() {
        return "backup-plans";
    }

    @Override
    public String scope() {
        return "backups";
    }

    @Override
    public Class<PlanTold> type() {
        return PlanTold.class;
    }

    @Override
    public String id(PlanTold shown) {
        return shown.id().toString();
    }

    @Override
    public List<Filter> filters() {
        return List.of(
                Filter.text("q"),
                Filter.choice(
                        "destination",
                        Arrays.stream(Plan.Destination.values())
                                .map(Plan.Destination::code)
                                .toList()),
                Filter.choice(
                        "standing",
                        Arrays.stream(Standing.Kind.values())
                                .map(Standing.Kind::code)
                                .toList()),
                Filter.truth("ended"),
                Filter.choice(
                        "order",
                        Arrays.stream(PlanList.Order.values())
                                .map(PlanList.Order::code)
                                .toList()));
    }

    @Override
    public Found<PlanTold> page(Wish wish, Caller caller) {
        PlanList.Page page = list.page(new PlanList.Wish(
                wish.text("q"),
                Plan.Destination.find(wish.text("destination")),
                Standing.Kind.find(wish.text("standing")),
                Viewer.of(caller).own(),
                wish.truth("ended"),
                PlanList.Order.of(wish.text("order")),
                wish.page()));
        return new Found<>(page.lines().stream().map(PlanTold::of).toList(), page.total(), PlanList.PAGE);
    }

    @Override
    public Optional<PlanTold> find(String id, Caller caller) {
        return Ids.read(id)
                .map(PlanId::new)
                .flatMap(table::find)
                .filter(l -> Viewer.of(caller).sees(l.plan()))
                .map(PlanTold::of);
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(
                Act.enter(KEEPERS, PlanForm.class, this::enter).without("responsibleWords"),
                Act.replace(KEEPERS, PlanForm.class, this::change).without("responsibleWords"));
    }

    private Optional<String> enter(String none, PlanForm form, BindingResult errors, Caller caller) {
        return entering.enter(PlanId.next(), false, form, errors, caller.actor())
                .map(p -> p.id().toString());
    }

    private Optional<String> change(String id, PlanForm form, BindingResult errors, Caller caller) {
        return Ids.read(id)
                .flatMap(plan -> entering.enter(new PlanId(plan), true, form, errors, caller.actor()))
                .map(p -> p.id().toString());
    }
}
