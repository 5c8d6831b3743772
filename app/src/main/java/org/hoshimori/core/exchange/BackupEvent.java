package org.hoshimori.core.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.Evident;

/** What happens to backups. */
public sealed interface BackupEvent extends Evident {

    /** Which backup. */
    UUID backup();

    @Override
    default String subject() {
        return "backup:" + backup();
    }

    @Override
    default Optional<String> clause() {
        return Optional.of("ast-4.1");
    }

    /** One was made just so. */
    static BackupEvent made(Actor by, BackingUp.Made made) {
        return new BackupMade(by, made.id(), String.valueOf(made.file().getFileName()), made.bytes(), made.sha256());
    }

    /** A backup was made; by its hash anybody can tell whether a file is it. */
    record BackupMade(Actor by, UUID backup, String file, long bytes, String sha256) implements BackupEvent {
        @Override
        public String act() {
            return "backup.made/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("file", file, "bytes", bytes, "sha256", sha256);
        }
    }

    /** A backup could not be made, or somebody stopped it. */
    record BackupFailed(Actor by, UUID backup, String why) implements BackupEvent {
        @Override
        public String act() {
            return "backup.failed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("why", why);
        }
    }

    /** Somebody took a backup out through the browser. */
    record BackupTaken(Actor by, UUID backup) implements BackupEvent {
        @Override
        public String act() {
            return "backup.taken/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of();
        }
    }

    /** A backup was removed because enough newer ones are kept. */
    record BackupRemoved(Actor by, UUID backup, String file) implements BackupEvent {
        @Override
        public String act() {
            return "backup.removed/1";
        }

        @Override
        public Map<String, Object> detail() {
            return Map.of("file", file);
        }
    }
}
