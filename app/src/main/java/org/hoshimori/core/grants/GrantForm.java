package org.hoshimori.core.grants;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A permission to give.
 *
 * @param permission its code
 * @param from the first day, as it was typed
 * @param until the last day, as it was typed, or empty
 */
record GrantForm(
        String permission,
        String from,
        String until,
        @NotBlank @Size(max = 500) String reason) {

    /** A field that a form leaves out is empty. */
    GrantForm {
        permission = permission == null ? "" : permission;
        from = from == null ? "" : from;
        until = until == null ? "" : until;
        reason = reason == null ? "" : reason;
    }

    static GrantForm empty(LocalDate today) {
        return new GrantForm("", today.toString(), "", "");
    }
}
