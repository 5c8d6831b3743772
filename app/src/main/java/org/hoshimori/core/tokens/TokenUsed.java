package org.hoshimori.core.tokens;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/**
 * Something was done by a token: beside the act's own entry, which names who has done it, this one names the token.
 *
 * @param call what was called
 * @param done what it was done to
 */
public record TokenUsed(Actor by, UUID token, String call, String done) implements Evident {

    @Override
    public String act() {
        return "token.used/1";
    }

    @Override
    public String subject() {
        return "token:" + token;
    }

    @Override
    public Optional<String> clause() {
        return Optional.of("acc-1.b");
    }

    @Override
    public Map<String, Object> detail() {
        return Map.of("call", call, "done", done);
    }
}
