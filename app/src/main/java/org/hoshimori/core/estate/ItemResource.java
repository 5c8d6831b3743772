package org.hoshimori.core.estate;

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
import org.hoshimori.core.organization.DepartmentId;
import org.springframework.validation.BindingResult;

/** One of the four registers, served. */
final class ItemResource implements Resource<ItemTold> {

    private static final Set<String> KEEPERS = Set.of("estate");

    private final Noun noun;
    private final Estate estate;
    private final ItemList list;

    ItemResource(Noun noun, Estate estate, ItemList list) {
        this.noun = noun;
        this.estate = estate;
        this.list = list;
    }

    @Override
    public String code() {
        return noun.path();
    }

    @Override
    public String scope() {
        return "estate";
    }

    @Override
    public Class<ItemTold> type() {
        return ItemTold.class;
    }

    @Override
    public String id(ItemTold shown) {
        return shown.id().toString();
    }

    @Override
    public List<Filter> filters() {
        return List.of(
                Filter.text("q"),
                Filter.choice("sort", noun.sorts()),
                Filter.id("department"),
                Filter.text("owner"),
                Filter.number("level"),
                Filter.choice(
                        "state",
                        Arrays.stream(Item.State.values()).map(Item.State::code).toList()),
                Filter.choice(
                        "order",
                        Arrays.stream(ItemList.Order.values())
                                .map(ItemList.Order::code)
                                .toList()));
    }

    @Override
    public Found<ItemTold> page(Wish wish, Caller caller) {
        ItemList.Page page = list.page(new ItemList.Wish(
                noun,
                wish.text("q"),
                wish.text("sort"),
                wish.id("department").map(DepartmentId::new),
                wish.text("owner"),
                wish.number("level", -1),
                wish.text("state"),
                ItemList.Order.of(wish.text("order")),
                wish.page()));
        return new Found<>(page.items().stream().map(ItemTold::of).toList(), page.total(), ItemList.PAGE);
    }

    @Override
    public Optional<ItemTold> find(String id, Caller caller) {
        return Ids.read(id)
                .map(ItemId::new)
                .flatMap(estate::find)
                .filter(i -> i.noun() == noun)
                .map(ItemTold::of);
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(
                Act.enter(KEEPERS, ItemForm.class, this::enter).without("ownerWords"),
                Act.replace(KEEPERS, ItemForm.class, this::change).without("ownerWords"));
    }

    private Optional<String> enter(String none, ItemForm form, BindingResult errors, Caller caller) {
        return wrong(form, errors)
                ? Optional.empty()
                : ItemPages.done(estate.register(form.described(noun, ItemId.next()), caller.actor()), errors)
                        .map(i -> i.id().toString());
    }

    private Optional<String> change(String id, ItemForm form, BindingResult errors, Caller caller) {
        return wrong(form, errors)
                ? Optional.empty()
                : ItemPages.done(estate.change(form.described(noun, ItemId.of(id)), caller.actor()), errors)
                        .map(i -> i.id().toString());
    }

    private boolean wrong(ItemForm form, BindingResult errors) {
        return ItemPages.wrong(noun, form, errors, Optional.empty());
    }
}
