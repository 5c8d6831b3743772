package org.hoshimori.chapters.takeouts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A take-out, as the API tells it; of assets it tells their ids. */
record TakeOutTold(
        UUID id,
        UUID taker,
        UUID department,
        String takenFor,
        String takenTo,
        LocalDate takenOn,
        LocalDate backOn,
        boolean network,
        List<CarriedTold> carried,
        TakeOut.State state,
        Optional<UUID> approval,
        Optional<SignedTold> left,
        Optional<SignedTold> returned,
        Optional<SignedTold> lost) {

    /** Keeps its own copy. */
    TakeOutTold {
        carried = List.copyOf(carried);
    }

    /** One of the assets. */
    record CarriedTold(UUID asset, String medium, int level, List<String> measures) {
        /** Keeps its own copy. */
        CarriedTold {
            measures = List.copyOf(measures);
        }
    }

    /** Who signed when, in which condition it was. */
    record SignedTold(UUID by, Instant at, String condition) {
        static SignedTold of(TakeOut.Signature signature) {
            return new SignedTold(signature.by().value(), signature.at(), signature.condition());
        }
    }

    static TakeOutTold of(TakeOut takeOut) {
        return new TakeOutTold(
                takeOut.id().value(),
                takeOut.taker().value(),
                takeOut.department().value(),
                takeOut.purpose(),
                takeOut.destination(),
                takeOut.leavesOn(),
                takeOut.returnsOn(),
                takeOut.network(),
                takeOut.carried().stream()
                        .map(c -> new CarriedTold(c.asset(), c.medium().code(), c.level(), c.codes()))
                        .toList(),
                takeOut.state(),
                takeOut.request(),
                takeOut.leaving().map(SignedTold::of),
                takeOut.back().map(SignedTold::of),
                takeOut.lost().map(SignedTold::of));
    }
}
