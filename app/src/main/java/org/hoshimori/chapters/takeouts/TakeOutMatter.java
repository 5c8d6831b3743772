package org.hoshimori.chapters.takeouts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.core.approvals.Approvable;
import org.hoshimori.core.estate.AssetRegister;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A take-out as it is permitted: bound to how confidential its assets are now. */
@Component
class TakeOutMatter implements Approvable {

    private final TakeOutTable table;
    private final ObjectProvider<AssetRegister> assets;
    private final MessageSource messages;

    TakeOutMatter(TakeOutTable table, ObjectProvider<AssetRegister> assets, MessageSource messages) {
        this.table = table;
        this.assets = assets;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return TakeOutId.KIND;
    }

    @Override
    public Optional<Map<String, Object>> record(String subject, int projection) {
        return table.find(TakeOutId.of(subject)).map(t -> t.record(levels(t)));
    }

    /** Levels as the register has them; an asset that is gone has none. */
    private Map<UUID, Integer> levels(TakeOut takeOut) {
        return assets
                .getObject()
                .lines(takeOut.carried().stream().map(TakeOut.Carried::asset).toList(), takeOut.taker())
                .values()
                .stream()
                .collect(Collectors.toMap(AssetRegister.Line::id, AssetRegister.Line::confidentiality));
    }

    @Override
    public List<String> members() {
        return List.of(
                "taker", "purpose", "destination", "leavesOn", "returnsOn", "assets", "levels", "measures", "network");
    }

    @Override
    public String title(Map<String, Object> record, Locale locale) {
        return messages.getMessage(
                "take-out.request", new Object[] {record.get("destination"), record.get("leavesOn")}, locale);
    }
}
