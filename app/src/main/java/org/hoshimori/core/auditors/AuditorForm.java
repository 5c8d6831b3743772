package org.hoshimori.core.auditors;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * An auditor's account to issue.
 *
 * @param from the first day, as it was typed
 * @param until the last day, as it was typed
 * @param agreed {@code true} if its issue is approved and a confidentiality agreement concluded
 */
record AuditorForm(
        @NotBlank @Size(max = 80) String auditorName,
        @NotBlank @Size(max = 120) String organization,
        @NotBlank @Email @Size(max = 200) String mail,
        @Pattern(regexp = "ja|en") String language,
        String from,
        String until,
        @NotBlank @Size(max = 500) String reason,

        @Pattern(regexp = "true", message = "{auditor.agree}")
        String agreed) {

    private static final int USUAL_DAYS = 30;

    /** A field that a form leaves out is empty. */
    AuditorForm {
        auditorName = text(auditorName);
        organization = text(organization);
        mail = text(mail);
        language = text(language);
        from = text(from);
        until = text(until);
        reason = text(reason);
        agreed = text(agreed);
    }

    @SuppressWarnings("ConstantValue") // binding hands over null for what a form leaves out
    private static String text(String given) {
        return given == null ? "" : given.strip();
    }

    static AuditorForm empty(LocalDate today) {
        return new AuditorForm(
                "", "", "", "ja", today.toString(), today.plusDays(USUAL_DAYS).toString(), "", "");
    }
}
