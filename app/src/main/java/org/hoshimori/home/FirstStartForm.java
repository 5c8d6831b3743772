package org.hoshimori.home;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.hoshimori.catalog.parameters.RegParameters;

/** What the first administrator says of the company and of himself or herself. */
record FirstStartForm(
        @NotBlank @Size(max = 120) String company,
        @NotEmpty Set<RegParameters.Business> business,
        @NotBlank @Size(max = 80) String family,
        @Size(max = 80) String given,
        @NotBlank @Email @Size(max = 200) String mail,
        @NotBlank String password) {

    /** A field that a form leaves out is empty. */
    FirstStartForm {
        given = given == null ? "" : given;
        business = business == null ? Set.of() : business;
    }

    static FirstStartForm empty() {
        return new FirstStartForm("", Set.of(), "", "", "", "");
    }
}
