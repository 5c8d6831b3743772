package org.hoshimori.chapters.backups;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The form by which a result is entered by hand.
 *
 * @param resultState {@code ok} or {@code failed}
 * @param endedOn the day as it was typed
 * @param megabytes as it was typed; empty where it is not known
 */
record ResultForm(
        @Pattern(regexp = "ok|failed") String resultState,
        @NotBlank String endedOn,

        @NotBlank @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d")
        String endedAt,

        @Pattern(regexp = "\\s*|\\d{1,9}([.]\\d{1,6})?") String megabytes,
        @Size(max = Result.LONGEST_NOTE) String resultNote) {

    /** A field that a form leaves out is empty. */
    ResultForm {
        resultState = resultState == null ? "" : resultState;
        endedOn = endedOn == null ? "" : endedOn;
        endedAt = endedAt == null ? "" : endedAt;
        megabytes = megabytes == null ? "" : megabytes;
        resultNote = resultNote == null ? "" : resultNote;
    }
}
