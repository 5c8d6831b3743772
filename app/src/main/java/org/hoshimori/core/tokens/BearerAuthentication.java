package org.hoshimori.core.tokens;

import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Whoever came in by a token: a person, or a program in its own name. */
public final class BearerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final SignedIn who;
    private final String actor;
    private final UUID token;
    private final String name;
    private final HashSet<String> scopes;

    BearerAuthentication(ApiToken token, SignedIn who, Collection<String> permissions) {
        super(permissions.stream().map(SimpleGrantedAuthority::new).toList());
        this.who = who;
        this.actor = token.kind() == ApiToken.Kind.PERSONAL
                ? who.actor().id()
                : program(token.id()).id();
        this.token = token.id();
        this.name = token.name();
        this.scopes = new HashSet<>(token.scopes());
        setAuthenticated(true);
    }

    /** A program, as the record names it. */
    static Actor program(UUID token) {
        return Actor.system("token:" + token);
    }

    @Override
    public Object getPrincipal() {
        return who;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    /** As the record names who acts. */
    public Actor actor() {
        return new Actor(actor);
    }

    /** Which token. */
    public UUID token() {
        return token;
    }

    /** What the token is called. */
    public String tokenName() {
        return name;
    }

    /** Whether the token was made to read what a room serves; whoever may write may read. */
    public boolean reads(String room) {
        return scopes.contains(Scopes.read(room)) || writes(room);
    }

    /** Whether it was made to write there. */
    public boolean writes(String room) {
        return scopes.contains(Scopes.write(room));
    }
}
