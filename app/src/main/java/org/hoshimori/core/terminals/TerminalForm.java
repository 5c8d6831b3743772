package org.hoshimori.core.terminals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.hoshimori.core.storage.Width;

/**
 * A certificate of a device.
 *
 * @param terminalNumber of the device, as the register of devices numbers it
 * @param certificate in PEM
 */
record TerminalForm(
        @NotBlank @Size(max = TerminalForm.LONGEST_NUMBER) String terminalNumber,
        @NotBlank @Size(max = Certificate.LONGEST) String certificate) {

    static final int LONGEST_NUMBER = 60;

    /** A field that a form leaves out is empty. */
    TerminalForm {
        terminalNumber = terminalNumber == null ? "" : Width.folded(terminalNumber);
        certificate = certificate == null ? "" : certificate;
    }
}
