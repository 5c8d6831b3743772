package org.hoshimori.core.tokens;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to a token. */
sealed interface TokenEvent extends Evident {

    /** Which one. */
    ApiToken token();

    @Override
    default String subject() {
        return token().subject();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("acc-1.b");
    }

    @Override
    default Map<String, Object> detail() {
        return Map.of("name", token().name());
    }

    /** Somebody has made one. */
    record ApiTokenMade(Actor by, ApiToken token) implements TokenEvent {
        @Override
        public String act() {
            return "token.made/1";
        }

        @Override
        public Map<String, Object> detail() {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("name", token.name());
            words.put("kind", token.kind().code());
            words.put("person", "person:" + token.person());
            words.put("scopes", token.scopes());
            words.put("permissions", token.permissions());
            words.put("until", token.expiresAt().toString());
            return words;
        }
    }

    /** From now on nobody uses it. */
    record ApiTokenRevoked(Actor by, ApiToken token) implements TokenEvent {
        @Override
        public String act() {
            return "token.revoked/1";
        }
    }
}
