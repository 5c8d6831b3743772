package org.hoshimori.core.tokens;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * A token to make.
 *
 * @param tokenUntil the last day, as it was typed
 * @param permission what a program may do; nothing for a token of one's own
 */
record TokenForm(
        @NotBlank @Size(max = 80) String tokenName, String tokenUntil, List<String> scope, List<String> permission) {

    private static final int USUAL_DAYS = 90;

    /** A field that a form leaves out is empty. */
    @SuppressWarnings("ConstantValue") // binding hands over null for what a form leaves out
    TokenForm {
        tokenName = tokenName == null ? "" : tokenName.strip();
        tokenUntil = tokenUntil == null ? "" : tokenUntil;
        scope = scope == null ? List.of() : List.copyOf(scope);
        permission = permission == null ? List.of() : List.copyOf(permission);
    }

    static TokenForm empty(LocalDate today) {
        return new TokenForm("", today.plusDays(USUAL_DAYS).toString(), List.of(), List.of());
    }
}
