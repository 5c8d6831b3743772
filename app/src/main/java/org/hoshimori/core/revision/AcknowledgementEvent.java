package org.hoshimori.core.revision;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;
import org.hoshimori.core.organization.PersonId;

/** Somebody has read a revision and says so, in the product or on paper. */
public record AcknowledgementEvent(Actor by, int revision, PersonId person, Way way) implements Evident {

    /** How it was said. */
    public enum Way {
        /** By the person, on the page. */
        READ,
        /** By a signature, which somebody else has entered. */
        PAPER;

        /** As the database names it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String act() {
        return "revision.acknowledged/1";
    }

    @Override
    public String subject() {
        return "person:" + person;
    }

    @Override
    public Optional<String> clause() {
        return Optional.of("org-1.c");
    }

    @Override
    public Map<String, Object> detail() {
        return Map.of("revision", revision, "way", way.code());
    }
}
