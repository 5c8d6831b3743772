package org.hoshimori.core.directory;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens between the directory and the register; what is confirmed of it is the person's. */
sealed interface DirectoryEvent extends Evident {

    @Override
    default Optional<String> clause() {
        return Optional.of("acc-4.b");
    }

    /** The two were compared. */
    record DirectoryCompared(Actor by, int entries, Map<Difference.Kind, Integer> found) implements DirectoryEvent {
        @Override
        public String act() {
            return "directory.compared/1";
        }

        @Override
        public String subject() {
            return "directory:people";
        }

        @Override
        public Map<String, Object> detail() {
            Map<String, Object> detail = new TreeMap<>();
            detail.put("entries", entries);
            found.forEach((kind, count) -> detail.put(kind.code(), count));
            return detail;
        }
    }

    /** Somebody took over what the directory says. */
    record DifferenceConfirmed(Actor by, UUID difference, String key) implements DirectoryEvent {
        @Override
        public String act() {
            return "directory.confirmed/1";
        }

        @Override
        public String subject() {
            return "directory:" + difference;
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("difference", key);
        }
    }

    /** Somebody left it as it is. */
    record DifferenceDismissed(Actor by, UUID difference, String key) implements DirectoryEvent {
        @Override
        public String act() {
            return "directory.dismissed/1";
        }

        @Override
        public String subject() {
            return "directory:" + difference;
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("difference", key);
        }
    }
}
