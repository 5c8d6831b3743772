package org.hoshimori.chapters.assets;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import org.hoshimori.core.organization.DepartmentId;

/**
 * Whoever asks the register, and what follows for what may be told ({@code ast-1.4}): a department sees its own assets and those
 * that it may use; who keeps or audits the whole register sees all.
 *
 * @param known whether somebody asks at all; who is nobody sees nothing
 * @param own the department that the person belongs to, first, and those that he or she answers for
 * @param all whether all of the register may be seen
 * @param keeps whether all of it may be changed
 */
record Viewer(boolean known, SequencedSet<DepartmentId> own, boolean all, boolean keeps) {

    /** Nobody: mails and jobs, which others may read. */
    static final Viewer NOBODY = new Viewer(false, new LinkedHashSet<>(), false, false);

    /** Sees all, changes nothing. */
    static final Viewer ALL = new Viewer(true, new LinkedHashSet<>(), true, false);

    /** Keeps its own copy. */
    Viewer {
        own = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(own));
    }

    boolean sees(Asset asset) {
        return all
                || (known && asset.scope().everybody())
                || own.contains(asset.department())
                || asset.scope().departments().stream().anyMatch(own::contains);
    }

    /** Whether the name may be told; that there is such an asset, and its code, may be told to everybody who works here. */
    boolean mayName(Asset asset) {
        return sees(asset) || (known && !asset.nameConfidential());
    }

    /** Whether assets of this department may be entered and changed. */
    public boolean mayKeep(DepartmentId department) {
        return keeps || own.contains(department);
    }

    /** The same of any department. */
    public boolean mayKeep() {
        return keeps || !own.isEmpty();
    }

    /** The department to which a new asset of this person most likely belongs. */
    Optional<DepartmentId> first() {
        return own.stream().findFirst();
    }

    /** What narrows a statement to what may be seen; {@code :own} are the departments. */
    String condition() {
        if (all) {
            return "true";
        }
        if (!known) {
            return "false";
        }
        return own.isEmpty()
                ? "everybody"
                : "(everybody OR department = ANY (CAST(:own AS uuid[])) OR users && CAST(:own AS uuid[]))";
    }
}
