package org.hoshimori.core.terminals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a certificate is not to be used any more. */
record RevocationForm(
        @NotBlank @Size(max = RevocationForm.LONGEST) String revocationReason) {

    static final int LONGEST = 200;

    /** A field that a form leaves out is empty. */
    RevocationForm {
        revocationReason = revocationReason == null ? "" : revocationReason.strip();
    }
}
