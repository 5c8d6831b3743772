package org.hoshimori.core.hooks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A webhook to make. */
record WebhookForm(
        @NotBlank @Size(max = 80) String hookName,
        @NotBlank @Size(max = 500) String hookAddress,
        List<String> hookActs) {

    /** A field that a form leaves out is empty. */
    @SuppressWarnings("ConstantValue") // binding hands over null for what a form leaves out
    WebhookForm {
        hookName = hookName == null ? "" : hookName.strip();
        hookAddress = hookAddress == null ? "" : hookAddress.strip();
        hookActs = hookActs == null ? List.of() : List.copyOf(hookActs);
    }
}
