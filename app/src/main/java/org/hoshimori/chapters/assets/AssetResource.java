package org.hoshimori.chapters.assets;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.springframework.stereotype.Component;

/** The register of information assets, served: to each what he or she may see, as the list does it ({@code ast-1.4}). */
@Component
class AssetResource implements Resource<AssetTold> {

    private final Assets assets;
    private final AssetList list;
    private final Viewers viewers;

    AssetResource(Assets assets, AssetList list, Viewers viewers) {
        this.assets = assets;
        this.list = list;
        this.viewers = viewers;
    }

    @Override
    public String code() {
        return "assets";
    }

    @Override
    public String scope() {
        return "assets";
    }

    @Override
    public Class<AssetTold> type() {
        return AssetTold.class;
    }

    @Override
    public String id(AssetTold shown) {
        return shown.id().toString();
    }

    @Override
    public List<org.hoshimori.core.api.Filter> filters() {
        return Stream.concat(
                        Stream.of(
                                org.hoshimori.core.api.Filter.text("q"),
                                org.hoshimori.core.api.Filter.choice(
                                        "order",
                                        Arrays.stream(AssetList.Order.values())
                                                .map(AssetList.Order::code)
                                                .toList())),
                        Arrays.stream(Filter.values()).map(f -> org.hoshimori.core.api.Filter.text(f.code())))
                .toList();
    }

    @Override
    public Found<AssetTold> page(Wish wish, Caller caller) {
        for (Filter filter : Filter.values()) {
            String asked = wish.text(filter.code());
            if (!asked.isEmpty() && filter.read(asked).isEmpty()) {
                throw new Wish.Unreadable(filter.code());
            }
        }
        Map<String, String> asked = new HashMap<>(wish.filters());
        asked.put("page", Integer.toString(wish.page()));
        AssetList.Page page = list.page(AssetList.Wish.of(asked), viewers.now());
        return new Found<>(page.assets().stream().map(AssetTold::of).toList(), page.total(), AssetList.PAGE);
    }

    @Override
    public Optional<AssetTold> find(String id, Caller caller) {
        Viewer viewer = viewers.now();
        return Ids.read(id)
                .map(AssetId::new)
                .flatMap(assets::find)
                .filter(viewer::sees)
                .map(AssetTold::of);
    }
}
