package org.hoshimori.proof;

import java.util.Locale;

/** Something wrong with a record or a package: which and what. */
public sealed interface Fault extends Finding {

    /** The part of an entry that was changed. */
    enum Part {
        HEADER,
        DETAIL,
        COMMITMENT,
        LEAF;

        Problem problem() {
            return Problem.of("part." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** What is wrong with a redaction. */
    enum Impropriety {
        /** The redaction is recorded, the detail is still there. */
        STILL_THERE,
        /** Of detail and salt only one was removed. */
        HALF_REMOVED,
        /** It names no earlier entry. */
        NO_SUCH_ENTRY,
        /** It removed what must stay: the account of a restore. */
        PROTECTED;

        Problem problem() {
            return Problem.of("impropriety." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** An entry's part is not what was recorded. */
    record EntryChanged(long sequence, Part part) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.entry-changed", sequence, part.problem());
        }
    }

    /** A line is no entry; {@code sequence} as its neighbours tell it, or 0. */
    record EntryUnreadable(long line, long sequence, Problem reason) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.entry-unreadable", line, sequence, reason);
        }
    }

    /** Entries from here to there are not present. */
    record EntryMissing(long from, long to) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.entry-missing", from, to);
        }
    }

    /** An entry lies outside of what was sealed or declared. */
    record EntryInserted(long sequence) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.entry-inserted", sequence);
        }
    }

    /** An entry stands in another place than its sequence. */
    record EntryReordered(long sequence) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.entry-reordered", sequence);
        }
    }

    /** Two entries bear this sequence. */
    record SequenceDuplicated(long sequence) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.sequence-duplicated", sequence);
        }
    }

    /** The row MAC is wrong or absent: not inserted by the application, or changed since. */
    record MacWrong(long sequence) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.mac-wrong", sequence);
        }
    }

    /** The detail is gone and no redaction says so. */
    record DetailMissing(long sequence) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.detail-missing", sequence);
        }
    }

    /** A redaction that is not one. */
    record RedactedImproperly(long sequence, Impropriety why) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.redacted-improperly", sequence, why.problem());
        }
    }

    /** A line is no head. */
    record HeadUnreadable(long line, Problem reason) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.head-unreadable", line, reason);
        }
    }

    /** A head was not signed by the key it names. */
    record HeadSignatureWrong(long line, int epoch, long size) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.head-signature", line, epoch, size);
        }
    }

    /** Heads from this line on name a key that is not trusted. */
    record HeadKeyUnknown(long line, String key) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.head-key", line, key);
        }
    }

    /** A head does not follow the line before it: removed, inserted or reordered. */
    record HeadChainBroken(long line) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.head-chain", line);
        }
    }

    /** The newest head, by this hash, is absent. */
    record HeadMissing(Hash head) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.head-missing", head);
        }
    }

    /** The database holds another head under this number than the file of heads does, or holds it with another tree or place. */
    record HeadRowWrong(int number) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.head-row-wrong", number);
        }
    }

    /** The database lacks these heads, by their numbers, which the file of heads holds. */
    record HeadRowsMissing(int from, int to) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.head-rows-missing", from, to);
        }
    }

    /** Two heads of this size, both well signed, have different roots: a history was signed twice. */
    record HeadForked(int epoch, long size) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.head-forked", epoch, size);
        }
    }

    /** The entries do not yield the signed root; the cause lies within these sequences. */
    record RootMismatch(int epoch, long size, long from, long to) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.root-mismatch", epoch, size, from, to);
        }
    }

    /** A head of this size is known, the record holds fewer, and no epoch entry says why. */
    record RolledBack(int epoch, long held, long known) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.rolled-back", epoch, held, known);
        }
    }

    /** An epoch does not begin with an entry that truly names the backup and the heads. */
    record EpochUnexplained(int epoch, long sequence) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.epoch-unexplained", epoch, sequence);
        }
    }

    /** An attachment's content is not what its name says. */
    record AttachmentChanged(String name) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.attachment-changed", name);
        }
    }

    /** An attachment that an entry names is absent. */
    record AttachmentMissing(String name, long sequence) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.attachment-missing", name, sequence);
        }
    }

    /** An attachment that no entry names. */
    record AttachmentAdded(String name) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.attachment-added", name);
        }
    }

    /** A package's file is not the one the manifest lists. */
    record FileChanged(String name) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.file-changed", name);
        }
    }

    /** A file that the manifest lists is absent. */
    record FileMissing(String name) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.file-missing", name);
        }
    }

    /** A file that the manifest does not list. */
    record FileAdded(String name) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.file-added", name);
        }
    }

    /** The manifest was not signed by a trusted key. */
    record ManifestSignatureWrong(String key) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.manifest-signature", key);
        }
    }

    /** A line of the proofs does not prove what it says. */
    record ProofWrong(long line) implements Fault {
        @Override
        public Problem problem() {
            return Problem.of("fault.proof-wrong", line);
        }
    }
}
