package org.hoshimori.core.estate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.PersonId;

/**
 * The register of information assets as other rooms ask it: what may be shown of an asset depends on who asks. The chapter that
 * keeps the register implements it; where no chapter does, nothing can be picked.
 */
public interface AssetRegister {

    /**
     * What the list of assets and everybody's picker show of one.
     *
     * @param code what stands on its label
     * @param name empty if whoever asks may not know it
     * @param confidentiality 1 public, 2 internal, 3 top secret ({@code ast-1.1.b})
     * @param department whose head answers for it ({@code ast-1.3})
     * @param medium on what or where it is kept, in the words of the register
     */
    record Line(UUID id, String code, String name, int confidentiality, UUID department, String medium) {}

    /** At most so many assets in use that these words find and that the person may use, by code. */
    List<Line> find(String words, PersonId by, int atMost);

    /** These assets as the person may see them; one that is gone is left out. */
    Map<UUID, Line> lines(Collection<UUID> assets, PersonId by);

    /** An asset is not there any more; to say so again changes nothing. Runs in the caller's transaction. */
    void gone(UUID asset, String reason, Actor by);
}
