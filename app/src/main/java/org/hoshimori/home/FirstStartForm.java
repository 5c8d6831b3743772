package org.hoshimori.home;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the first administrator says of himself or herself. */
record FirstStartForm(
        @NotBlank @Size(max = 80) String family,
        @Size(max = 80) String given,
        @NotBlank @Email @Size(max = 200) String mail,
        @NotBlank String password) {

    /** A field that a form leaves out is empty. */
    FirstStartForm {
        given = given == null ? "" : given;
    }

    static FirstStartForm empty() {
        return new FirstStartForm("", "", "", "");
    }
}
