package org.hoshimori.chapters.disposals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A disposal, as the API tells it; of assets it tells their ids. */
record DisposalTold(
        UUID id,
        String act,
        String medium,
        String method,
        String serial,
        Optional<UUID> device,
        List<UUID> assets,
        int level,
        LocalDate doneOn,
        UUID doneBy,
        String provider,
        String note,
        boolean certificate) {

    /** Keeps its own copy. */
    DisposalTold {
        assets = List.copyOf(assets);
    }

    static DisposalTold of(Disposal disposal) {
        return new DisposalTold(
                disposal.id(),
                disposal.act().code(),
                disposal.medium().code(),
                disposal.method().code(),
                disposal.serial(),
                disposal.device(),
                disposal.assets(),
                disposal.level(),
                disposal.doneOn(),
                disposal.doneBy().value(),
                disposal.provider(),
                disposal.note(),
                disposal.certificate());
    }
}
