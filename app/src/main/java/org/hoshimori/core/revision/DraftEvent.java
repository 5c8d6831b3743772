package org.hoshimori.core.revision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    /** Somebody brings a text of the company's own to take over from. */
    record TextBrought(Actor by, DraftId draft, String name, String sha256) implements DraftEvent {
        @Override
        public String act() {
            return "draft.text-brought/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("name", name, "sha256", sha256);
        }
    }

    /** It went out in Word for somebody to look over. */
    record SentOut(Actor by, DraftId draft, String digest, String language) implements DraftEvent {
        @Override
        public String act() {
            return "draft.sent-out/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("digest", digest, "language", language);
        }
    }

    /** A file that went out came back with changes and comments. */
    record CameBack(Actor by, DraftId draft, String name, String sha256, String digest, int remarks)
            implements DraftEvent {
        @Override
        public String act() {
            return "draft.came-back/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("name", name, "sha256", sha256, "digest", digest, "remarks", remarks);
        }
    }

    /** A change that came back is in the draft now. */
    record RemarkTaken(Actor by, DraftId draft, UUID remark, String of, String as) implements DraftEvent {
        @Override
        public String act() {
            return "draft.remark-taken/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("remark", remark.toString(), "clause", of, "as", as);
        }
    }

    /** A change or comment that came back was put aside. */
    record RemarkDismissed(Actor by, DraftId draft, UUID remark, String of, String note) implements DraftEvent {
        @Override
        public String act() {
            return "draft.remark-dismissed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("remark", remark.toString(), "clause", of, "note", note);
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
