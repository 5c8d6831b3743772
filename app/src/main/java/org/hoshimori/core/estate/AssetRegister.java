package org.hoshimori.core.estate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
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
     * @param laws codes of the laws that fix its handling ({@code ast-1.1.e})
     */
    record Line(
            UUID id, String code, String name, int confidentiality, UUID department, String medium, List<String> laws) {

        /** Keeps its own copy. */
        public Line {
            laws = List.copyOf(laws);
        }
    }

    /** At most so many assets in use that these words find and that the person may use, by code. */
    List<Line> find(String words, PersonId by, int atMost);

    /** These assets as the person may see them; one that is gone is left out. */
    Map<UUID, Line> lines(Collection<UUID> assets, PersonId by);

    /** How many assets in use each law governs, by its code. */
    Map<String, Long> governed();

    /** Codes of the laws that govern what a system, device or site holds. */
    Set<String> lawsOn(UUID holder);

    /** The laws that govern any of these assets. */
    static Set<String> laws(Collection<Line> lines) {
        return lines.stream().flatMap(l -> l.laws().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** An asset is not there any more; to say so again changes nothing. Runs in the caller's transaction. */
    void gone(UUID asset, String reason, Actor by);
}
