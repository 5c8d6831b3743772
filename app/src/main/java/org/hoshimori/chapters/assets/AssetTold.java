package org.hoshimori.chapters.assets;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.DepartmentId;

/** An asset, as the API tells it to who may see it. */
record AssetTold(
        UUID id,
        String assetCode,
        String area,
        String assetName,
        String note,
        UUID managingDepartment,
        boolean usedByEverybody,
        List<UUID> users,
        String outsiders,
        String medium,
        String place,
        List<UUID> systems,
        Optional<LocalDate> retainedUntil,
        String retentionTerm,
        String personalInformation,
        int confidentiality,
        int integrity,
        int availability,
        int statedImportance,
        String reason,
        List<String> legal,
        LocalDate registeredOn,
        String state,
        int version) {

    /** Keeps its own copy. */
    AssetTold {
        users = List.copyOf(users);
        systems = List.copyOf(systems);
        legal = List.copyOf(legal);
    }

    static AssetTold of(Asset asset) {
        Values values = asset.rating().values();
        return new AssetTold(
                asset.id().value(),
                asset.code(),
                asset.area(),
                asset.name(),
                asset.note(),
                asset.department().value(),
                asset.scope().everybody(),
                asset.scope().departments().stream().map(DepartmentId::value).toList(),
                asset.scope().outsiders(),
                asset.keeping().medium().code(),
                asset.keeping().place(),
                asset.keeping().systems().stream().map(s -> s.value()).toList(),
                asset.keeping().retention(),
                asset.keeping().term(),
                asset.personal().code(),
                values.confidentiality(),
                values.integrity(),
                values.availability(),
                asset.rating().statedImportance(),
                asset.rating().reason(),
                asset.legal(),
                asset.registeredOn(),
                asset.state().code(),
                asset.version());
    }
}
