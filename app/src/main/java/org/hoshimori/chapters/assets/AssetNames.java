package org.hoshimori.chapters.assets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.stereotype.Component;

/** Tells other rooms' pages what assets are called: of a top-secret one that whoever asks may not use, the code alone. */
@Component
class AssetNames implements SubjectNames {

    private static final String KIND = "asset:";

    private final AssetTable table;
    private final AssetList list;
    private final Viewers viewers;

    AssetNames(AssetTable table, AssetList list, Viewers viewers) {
        this.table = table;
        this.list = list;
        this.viewers = viewers;
    }

    @Override
    public Map<String, String> namesOf(Set<String> subjects) {
        List<AssetId> ids = subjects.stream()
                .filter(s -> s.startsWith(KIND))
                .map(s -> AssetId.of(s.substring(KIND.length())))
                .toList();
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            Viewer viewer = viewers.now();
            table.find(ids)
                    .forEach(a -> names.put(a.subject(), viewer.mayName(a) ? a.code() + " " + a.name() : a.code()));
        }
        return names;
    }

    @Override
    public Set<String> named(String words, int most) {
        return list.rows(AssetList.Wish.of(Map.of("q", words)), viewers.now(), most, 0).stream()
                .map(Asset::subject)
                .collect(Collectors.toSet());
    }
}
