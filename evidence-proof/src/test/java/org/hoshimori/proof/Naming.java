package org.hoshimori.proof;

/** Whether a fault names what was tampered with. */
final class Naming {

    private Naming() {}

    static boolean entry(Fault fault, long sequence) {
        return switch (fault) {
            case Fault.EntryChanged f -> f.sequence() == sequence;
            case Fault.EntryUnreadable f -> f.sequence() == sequence;
            case Fault.EntryMissing f -> f.from() <= sequence && sequence <= f.to();
            case Fault.EntryInserted f -> f.sequence() == sequence;
            case Fault.EntryReordered f -> f.sequence() == sequence;
            case Fault.SequenceDuplicated f -> f.sequence() == sequence;
            case Fault.MacWrong f -> f.sequence() == sequence;
            case Fault.DetailMissing f -> f.sequence() == sequence;
            case Fault.RedactedImproperly f -> f.sequence() == sequence;
            default -> false;
        };
    }

    /** A head is named by its line, or, if it is gone or moved, by the line that no longer follows. */
    static boolean head(Fault fault, long line) {
        return switch (fault) {
            case Fault.HeadUnreadable f -> near(f.line(), line);
            case Fault.HeadSignatureWrong f -> near(f.line(), line);
            case Fault.HeadKeyUnknown f -> near(f.line(), line);
            case Fault.HeadChainBroken f -> near(f.line(), line);
            case Fault.HeadMissing f -> true;
            default -> false;
        };
    }

    static boolean attachment(Fault fault, String name) {
        return switch (fault) {
            case Fault.AttachmentChanged f -> f.name().equals(name);
            case Fault.AttachmentMissing f -> f.name().equals(name);
            case Fault.AttachmentAdded f -> f.name().equals(name);
            default -> false;
        };
    }

    private static boolean near(long told, long line) {
        return told == line || told == line + 1;
    }
}
