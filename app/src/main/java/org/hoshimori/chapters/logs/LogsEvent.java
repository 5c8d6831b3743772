package org.hoshimori.chapters.logs;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to the archive of logs and to what reviews of it find. */
sealed interface LogsEvent extends Evident {

    /** The archive was held against its manifest; the head is the hash of the manifest's last line. */
    record ArchiveVerified(Actor by, UUID id, boolean intact, String head, long rows, Map<String, Long> faults)
            implements LogsEvent {
        @Override
        public String act() {
            return "log-archive.verified/1";
        }

        @Override
        public String subject() {
            return Verified.KIND + ":" + id;
        }

        @Override
        public Optional<String> clause() {
            return Optional.of("inf-3.c");
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("intact", intact, "lastHash", head, "rows", rows, "faults", faults);
        }
    }

    /** Somebody has seen what the verification came to. */
    record StorageConfirmed(Actor by, UUID id, String head, String note) implements LogsEvent {
        @Override
        public String act() {
            return "log-storage.confirmed/1";
        }

        @Override
        public String subject() {
            return Verified.KIND + ":" + id;
        }

        @Override
        public Optional<String> clause() {
            return Optional.of("inf-3.c");
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("lastHash", head, "note", note);
        }
    }

    /** The rules were asked. */
    record ReviewHeld(Actor by, UUID id, LocalDate from, LocalDate until, long rows, Map<String, Long> found)
            implements LogsEvent {
        @Override
        public String act() {
            return "log-review.held/1";
        }

        @Override
        public String subject() {
            return Review.KIND + ":" + id;
        }

        @Override
        public Optional<String> clause() {
            return Optional.of("inf-3.d");
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of(
                    "reviewedFrom", from.toString(), "reviewedUntil", until.toString(), "rows", rows, "found", found);
        }
    }

    /** A reviewer has looked at all that was found. */
    record ReviewClosed(Actor by, UUID id, long explained, long incidents, String note) implements LogsEvent {
        @Override
        public String act() {
            return "log-review.closed/1";
        }

        @Override
        public String subject() {
            return Review.KIND + ":" + id;
        }

        @Override
        public Optional<String> clause() {
            return Optional.of("inf-3.d");
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("explained", explained, "incidents", incidents, "note", note);
        }
    }

    /** A reviewer said what it was. */
    record HitMarked(Actor by, Mark mark, String sentence, String sayer) implements LogsEvent {
        @Override
        public String act() {
            return "log-hit.marked/1";
        }

        @Override
        public String subject() {
            return mark.subject();
        }

        @Override
        public Optional<String> clause() {
            return Optional.of("inf-3.d");
        }

        @Override
        public Map<String, Object> detail() {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("mark", mark.state().name());
            detail.put("note", mark.note());
            detail.put("sentence", sentence);
            if (!sayer.isEmpty()) {
                detail.put("sayer", sayer);
            }
            return detail;
        }
    }
}
