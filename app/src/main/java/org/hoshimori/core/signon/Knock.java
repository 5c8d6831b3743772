package org.hoshimori.core.signon;

import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;

/**
 * Somebody who came from the provider and was not let in.
 *
 * @param person whom the mail address names here, if anybody
 */
record Knock(
        UUID id,
        String issuer,
        String subject,
        String mail,
        String name,
        Why why,
        Optional<PersonId> person,
        ZonedDateTime first,
        ZonedDateTime last,
        int times) {

    /** Why. */
    enum Why {
        /** Nobody here has this mail address. */
        UNKNOWN,
        /** The provider has not made sure of the mail address. */
        UNVERIFIED,
        /** The person has no account here. */
        NO_ACCOUNT,
        /** The account may do more than everybody: an administrator says whose it is. */
        PRIVILEGED,
        /** The person is linked with another identity there. */
        LINKED_OTHERWISE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Why of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public String reason() {
        return "sign-on.why." + why.code();
    }
}
