package org.hoshimori.core.regulation;

import java.time.Instant;
import java.util.Map;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** A regulation was adopted. */
public record RegulationAdopted(Actor by, int number, Instant effectiveAt, String digest) implements Evident {

    @Override
    public String act() {
        return "regulation.adopted/1";
    }

    @Override
    public String subject() {
        return "revision:" + number;
    }

    @Override
    public Map<String, Object> detail() {
        return Map.of("effectiveAt", effectiveAt.toString(), "digest", digest);
    }
}
