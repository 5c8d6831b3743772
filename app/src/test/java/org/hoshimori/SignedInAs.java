package org.hoshimori;

import java.util.Arrays;
import java.util.UUID;
import org.hoshimori.core.identity.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody signed in, for tests of pages. */
public final class SignedInAs {

    private SignedInAs() {}

    /** Somebody who may do what everybody may. */
    public static Authentication anybody() {
        return may();
    }

    /** Somebody with these permissions. */
    public static Authentication may(String... permissions) {
        return person(new UUID(1, 1), permissions);
    }

    /** This person, with these permissions. */
    public static Authentication person(UUID person, String... permissions) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(person, "試験 花子", "ja"),
                null,
                Arrays.stream(permissions).map(SimpleGrantedAuthority::new).toList());
    }
}
