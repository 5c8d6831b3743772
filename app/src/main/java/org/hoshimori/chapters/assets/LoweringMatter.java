package org.hoshimori.chapters.assets;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.approvals.Approvable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A lower rating as it is approved: bound to the values that the asset has. */
@Component
class LoweringMatter implements Approvable {

    static final String KIND = "asset-rating";

    private final AssetTable table;
    private final LoweringTable lowerings;
    private final MessageSource messages;

    LoweringMatter(AssetTable table, LoweringTable lowerings, MessageSource messages) {
        this.table = table;
        this.lowerings = lowerings;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Map<String, Object>> record(String subject, int projection) {
        AssetId id = AssetId.of(subject.substring(subject.indexOf(':') + 1));
        Optional<Asset> asset = table.find(List.of(id)).stream()
                .filter(a -> a.state() == Asset.State.IN_USE)
                .findFirst();
        return asset.flatMap(a -> lowerings.open(id).map(l -> l.record(a)));
    }

    @Override
    public List<String> members() {
        return List.of(
                "asset",
                "code",
                "confidentialityBefore",
                "confidentialityAfter",
                "integrityBefore",
                "integrityAfter",
                "availabilityBefore",
                "availabilityAfter",
                "reason");
    }

    /** By the code: a list of requests and a mail are read by others than the asset's users. */
    @Override
    public String title(Map<String, Object> record, Locale locale) {
        return messages.getMessage("asset.lowering.title", new Object[] {String.valueOf(record.get("code"))}, locale);
    }
}
