package org.hoshimori.chapters.assets;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.estate.AssetRegister;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other rooms are told of assets: of those that whoever asks may not use, no more than that they are there. */
@Component
@Transactional(readOnly = true)
class AssetsForOthers implements AssetRegister {

    private final Assets assets;
    private final AssetTable table;
    private final AssetList list;
    private final Viewers viewers;

    AssetsForOthers(Assets assets, AssetTable table, AssetList list, Viewers viewers) {
        this.assets = assets;
        this.table = table;
        this.list = list;
        this.viewers = viewers;
    }

    @Override
    public List<Line> find(String words, PersonId by, int atMost) {
        Viewer viewer = viewers.of(by);
        return list.rows(AssetList.Wish.of(Map.of("q", words)), viewer, atMost, 0).stream()
                .map(a -> line(a, viewer))
                .toList();
    }

    @Override
    public Map<UUID, Line> lines(Collection<UUID> assets, PersonId by) {
        Viewer viewer = viewers.of(by);
        return table.find(assets.stream().map(AssetId::new).toList()).stream()
                .filter(a -> a.state() == Asset.State.IN_USE)
                .collect(Collectors.toMap(a -> a.id().value(), a -> line(a, viewer)));
    }

    @Override
    public Map<String, Long> governed() {
        return table.governed();
    }

    @Override
    public Set<String> lawsOn(UUID holder) {
        return table.lawsOn(holder);
    }

    @Override
    @Transactional
    public void gone(UUID asset, String reason, Actor by) {
        assets.dispose(new AssetId(asset), reason, by);
    }

    /** The place may tell as much as the name. */
    private static Line line(Asset asset, Viewer viewer) {
        boolean named = viewer.mayName(asset);
        return new Line(
                asset.id().value(),
                asset.code(),
                named ? asset.name() : "",
                asset.rating().values().confidentiality(),
                asset.department().value(),
                named ? asset.keeping().place() : "",
                asset.legal());
    }
}
