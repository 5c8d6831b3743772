package org.hoshimori.core.findings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.hoshimori.core.organization.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The form by which a corrective action is planned.
 *
 * @param responsibleWords what was searched for to find the owner
 * @param dueOn as it was typed
 * @param wholeCheck whether it is for all findings of the check; any text for yes
 * @param needsRevision whether the regulation must change; any text for yes
 */
record ActionForm(
        String cause,
        @NotBlank @Size(max = 4000) String plan,
        @Nullable PersonId responsible,
        @Nullable String responsibleWords,
        String dueOn,
        String wholeCheck,
        String needsRevision) {

    /** A field that a form leaves out is empty. */
    ActionForm {
        cause = cause == null ? "" : cause;
        plan = plan == null ? "" : plan;
        dueOn = dueOn == null ? "" : dueOn;
        wholeCheck = wholeCheck == null ? "" : wholeCheck;
        needsRevision = needsRevision == null ? "" : needsRevision;
    }

    static ActionForm empty() {
        return new ActionForm(Cause.NOT_LIVED.code(), "", null, "", "", "", "");
    }
}
