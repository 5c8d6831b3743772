package org.hoshimori.core.findings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The form by which an exception is asked for.
 *
 * @param endsOn as it was typed
 */
record ExemptionForm(
        @NotBlank @Size(max = 2000) String reason,
        @NotBlank @Size(max = 2000) String measure,
        String endsOn) {

    /** A field that a form leaves out is empty. */
    ExemptionForm {
        reason = reason == null ? "" : reason;
        measure = measure == null ? "" : measure;
        endsOn = endsOn == null ? "" : endsOn;
    }

    static ExemptionForm empty() {
        return new ExemptionForm("", "", "");
    }
}
