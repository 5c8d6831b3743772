package org.hoshimori.chapters.backups;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The form by which a trial of restoring is entered.
 *
 * @param testedOn the day as it was typed
 * @param restored what was restored
 * @param minutes how long it took, as it was typed
 * @param outcome {@code succeeded} or {@code failed}
 */
record RestoreForm(
        @NotBlank String testedOn,
        @NotBlank @Size(max = 500) String restored,
        @NotBlank @Pattern(regexp = "\\s*|\\d{1,5}") String minutes,
        @Pattern(regexp = "succeeded|failed") String outcome,
        @Size(max = 2000) String testNote) {

    /** A field that a form leaves out is empty. */
    RestoreForm {
        testedOn = testedOn == null ? "" : testedOn;
        restored = restored == null ? "" : restored;
        minutes = minutes == null ? "" : minutes;
        outcome = outcome == null ? "" : outcome;
        testNote = testNote == null ? "" : testNote;
    }
}
