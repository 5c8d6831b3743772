package org.hoshimori.chapters.assets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hoshimori.core.evidence.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes many assets at once: first it tells what would become of each, then it does so. */
@Service
@Transactional
class BulkChange {

    private final Assets assets;

    BulkChange(Assets assets) {
        this.assets = assets;
    }

    /**
     * What becomes of an asset.
     *
     * @param was what is different, by the names of the form's fields; nothing where all stays
     * @param refused why nothing becomes of it
     */
    record Line(Asset asset, Map<String, Object> was, Map<String, Object> is, Optional<Assets.Refusal> refused) {

        public boolean same() {
            return was.isEmpty() && refused.isEmpty();
        }

        public List<String> fields() {
            return List.copyOf(was.keySet());
        }
    }

    /** These assets, by code; those that whoever asks may not change are left out. */
    @Transactional(readOnly = true)
    public List<Asset> kept(Collection<AssetId> ids, Viewer viewer) {
        return assets.find(ids).values().stream()
                .filter(a -> viewer.sees(a) && viewer.mayKeep(a.department()) && a.state() == Asset.State.IN_USE)
                .sorted(Comparator.comparing(Asset::code))
                .toList();
    }

    /** What would become of them. */
    List<Line> preview(List<Asset> kept, UnaryOperator<Asset> change) {
        return kept.stream()
                .map(a -> line(a, change.apply(a), Optional.empty()))
                .toList();
    }

    /** Changes them; a refusal of one leaves the others alone. */
    List<Line> change(List<Asset> kept, UnaryOperator<Asset> change, Actor by) {
        List<Line> lines = new ArrayList<>();
        for (Asset asset : kept) {
            Asset described = change.apply(asset);
            lines.add(
                    switch (assets.change(described, by)) {
                        case Assets.Outcome.Done _ -> line(asset, described, Optional.empty());
                        case Assets.Outcome.Refused(Assets.Refusal why) -> line(asset, described, Optional.of(why));
                    });
        }
        return lines;
    }

    /** Says of all of them that they are not there any more. */
    void dispose(List<Asset> kept, String reason, Actor by) {
        kept.forEach(a -> assets.dispose(a.id(), reason, by));
    }

    private static Line line(Asset before, Asset after, Optional<Assets.Refusal> refused) {
        AssetEvent.AssetChanged change = new AssetEvent.AssetChanged(Actor.system("preview"), before, after);
        return new Line(before, change.was(), change.is(), refused);
    }
}
