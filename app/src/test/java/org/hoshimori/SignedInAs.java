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
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(new UUID(1, 1), "試験 花子", "ja"),
                null,
                Arrays.stream(permissions).map(SimpleGrantedAuthority::new).toList());
    }
}
