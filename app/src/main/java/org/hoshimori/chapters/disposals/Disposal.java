package org.hoshimori.chapters.disposals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;

/**
 * A medium that was disposed of, or that is used again.
 *
 * @param serial what stands on the medium, or empty
 * @param device the medium in the register of devices, where it is kept there
 * @param assets that were on it
 * @param level the highest confidentiality of what was on it, 1 to 3
 * @param provider who did it for us, or empty
 * @param certificate whether a certificate is attached
 */
public record Disposal(
        UUID id,
        DisposalRule.Act act,
        Medium medium,
        Method method,
        String serial,
        Optional<UUID> device,
        List<UUID> assets,
        int level,
        LocalDate doneOn,
        PersonId doneBy,
        String provider,
        String note,
        boolean certificate) {

    static final String KIND = "disposal:";

    /** Keeps its own copy. */
    public Disposal {
        assets = List.copyOf(assets);
    }

    /** As the record names it. */
    String subject() {
        return KIND + id;
    }

    /** Where it is to be seen. */
    String page() {
        return "/disposals/" + id;
    }
}
