package org.hoshimori.core.revision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to a draft of the regulation. */
public sealed interface DraftEvent extends Evident {

    /** The draft. */
    DraftId draft();

    @Override
    default String subject() {
        return draft().subject();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("org-1.c");
    }

    /** Somebody begins one. */
    record Opened(Actor by, DraftId draft, String name, int basedOn, String from) implements DraftEvent {
        @Override
        public String act() {
            return "draft.opened/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("name", name, "basedOn", basedOn, "from", from);
        }
    }

    /** Somebody changes it: which parameters, clauses or words, with the digest of what it came to. */
    record Changed(Actor by, DraftId draft, List<String> what, String digest) implements DraftEvent {
        @Override
        public String act() {
            return "draft.changed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("what", what, "digest", digest);
        }
    }

    /** It was brought up to the revision in force. */
    record BroughtUp(Actor by, DraftId draft, int revision, List<String> taken, List<String> kept)
            implements DraftEvent {
        @Override
        public String act() {
            return "draft.brought-up/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("revision", revision, "taken", taken, "kept", kept);
        }
    }

    /** It is given up. */
    record Discarded(Actor by, DraftId draft) implements DraftEvent {
        @Override
        public String act() {
            return "draft.discarded/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of();
        }
    }

    /** It was approved and adopted as a revision. */
    record Published(Actor by, DraftId draft, int revision) implements DraftEvent {
        @Override
        public String act() {
            return "draft.published/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("revision", revision);
        }
    }
}
