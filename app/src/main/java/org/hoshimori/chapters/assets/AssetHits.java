package org.hoshimori.chapters.assets;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.frame.SearchHits;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Assets by name, code, business area, note or place: those that whoever asks may see. */
@Component
@Order(4)
class AssetHits implements SearchHits {

    private final AssetList list;
    private final Viewers viewers;

    AssetHits(AssetList list, Viewers viewers) {
        this.list = list;
        this.viewers = viewers;
    }

    @Override
    public String heading() {
        return "frame.menu.assets";
    }

    @Override
    public List<Hit> find(String words, Locale locale, int most) {
        return list.rows(AssetList.Wish.of(Map.of("q", words)), viewers.now(), most, 0).stream()
                .map(a -> new Hit("/assets/" + a.id(), a.name(), a.code() + " " + a.area()))
                .toList();
    }
}
