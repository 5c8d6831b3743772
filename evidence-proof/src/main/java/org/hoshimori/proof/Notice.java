package org.hoshimori.proof;

import java.time.Instant;

/** What a reader of the record must know although nothing is wrong with it. */
public sealed interface Notice extends Finding {

    /** The detail was removed properly: by whom and when. */
    record Redacted(long sequence, String by, Instant on) implements Notice {
        @Override
        public Problem problem() {
            return Problem.of("notice.redacted", sequence, by, Micros.text(on));
        }
    }

    /** The record was restored from a backup, openly, and lost nothing that is known. */
    record EpochRestored(int epoch, String backup) implements Notice {
        @Override
        public Problem problem() {
            return Problem.of("notice.epoch-restored", epoch, backup);
        }
    }

    /** The record was restored from a backup, openly; these sequences are known to have been and are lost. */
    record EpochLost(int epoch, String backup, long from, long to) implements Notice {
        @Override
        public Problem problem() {
            return Problem.of("notice.epoch-lost", epoch, backup, from, to);
        }
    }

    /** So many numbers, the first and the last of them told, were given out and not used: undone before they were kept. */
    record SequencesUnused(long count, long first, long last) implements Notice {
        @Override
        public Problem problem() {
            return Problem.of("notice.sequences-unused", count, first, last);
        }
    }

    /** These numbers were given out since the last head and are not there: under way, undone, or removed. */
    record SequencesOpen(long from, long to) implements Notice {
        @Override
        public Problem problem() {
            return Problem.of("notice.sequences-open", from, to);
        }
    }

    /** No head covers these yet, and without the MAC key nobody can judge them. */
    record Unsealed(long from, long to) implements Notice {
        @Override
        public Problem problem() {
            return Problem.of("notice.unsealed", from, to);
        }
    }

    /** Roots from this size on can't be recomputed: an entry before is missing or wrong, or lies outside the range. */
    record HeadsUnchecked(int epoch, long fromSize) implements Notice {
        @Override
        public Problem problem() {
            return Problem.of("notice.heads-unchecked", epoch, fromSize);
        }
    }

    /** The key came with what it signs; only a key got another way proves who sealed. */
    record KeyUnproven(String key) implements Notice {
        @Override
        public Problem problem() {
            return Problem.of("notice.key-unproven", key);
        }
    }

    /** So many entries, or the key, are marked as made up for a demonstration. */
    record Demo(long entries) implements Notice {
        @Override
        public Problem problem() {
            return Problem.of("notice.demo", entries);
        }
    }
}
