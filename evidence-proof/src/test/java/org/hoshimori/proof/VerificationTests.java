package org.hoshimori.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationTests {

    private final SampleRecord record = SampleRecord.usual(7);

    @Test
    void tellsWhoRedactedAndWhen() {
        assertThat(record.verify().notices())
                .containsExactly(new Notice.Redacted(18, "p-officer", SampleRecord.BEGIN.plusSeconds(51)));
    }

    @Test
    void tellsAMissingDetailFromARedactedOne() {
        record.entries.set(3, record.entries.get(3).withoutDetail());
        record.attachments.clear();
        assertThat(record.verify().faults())
                .contains(new Fault.DetailMissing(4))
                .doesNotContain(new Fault.DetailMissing(18));
    }

    @Test
    void wantsARedactionCarriedOut() {
        SampleRecord other = new SampleRecord(1).acts(5);
        Entry kept = other.entries.get(2);
        other.redacts(2).seals();
        other.entries.set(2, kept);
        other.attachments.clear();
        assertThat(other.verify().faults()).contains(new Fault.RedactedImproperly(3, Fault.Impropriety.STILL_THERE));
    }

    @Test
    void tellsAHalfRemovedDetail() {
        Entry e = record.entries.get(3);
        record.entries.set(3, new Entry(e.header(), null, e.salt(), e.commitment(), e.leaf(), e.mac()));
        assertThat(record.verify().faults()).contains(new Fault.RedactedImproperly(4, Fault.Impropriety.HALF_REMOVED));
    }

    @Test
    void refusesARedactionOfNothing() {
        record.add(Redaction.ACT, "entry/999", Json.object()).add(Redaction.ACT, "a-1", Json.object());
        assertThat(record.verify().faults())
                .containsExactly(
                        new Fault.RedactedImproperly(66, Fault.Impropriety.NO_SUCH_ENTRY),
                        new Fault.RedactedImproperly(67, Fault.Impropriety.NO_SUCH_ENTRY));
        HeaderTests.refuses(
                () -> Redaction.header(3, 1, SampleRecord.BEGIN, "p", 3, null, null, false), "redaction.target");
    }

    @Test
    void tellsWhichPartWasChanged() {
        Entry e = record.entries.get(20);
        Hash other = Hash.sha256();
        Header header = e.header();
        Header moved = new Header(21, 1, header.time(), "p-2", header.act(), header.subject(), null, null, false);
        byte[] detail = CanonicalJson.bytes(Json.object());
        changed(new Entry(moved, e.detail(), e.salt(), e.commitment(), e.leaf(), e.mac()), Fault.Part.HEADER);
        changed(new Entry(header, detail, e.salt(), e.commitment(), e.leaf(), e.mac()), Fault.Part.DETAIL);
        changed(new Entry(header, e.detail(), e.salt(), other, e.leaf(), e.mac()), Fault.Part.COMMITMENT);
        changed(new Entry(header, e.detail(), e.salt(), e.commitment(), other, e.mac()), Fault.Part.LEAF);
    }

    private void changed(Entry to, Fault.Part part) {
        Entry was = record.entries.set(20, to);
        record.attachments.clear();
        assertThat(record.verify().faults())
                .filteredOn(f -> !(f instanceof Fault.AttachmentMissing))
                .containsExactly(new Fault.EntryChanged(21, part));
        record.entries.set(20, was);
    }

    @Test
    void findsAForgeryThatFitsInItselfByTheRoot() {
        Header header = record.entries.get(20).header();
        record.entries.set(20, Entry.record(header, Json.object(), record.macKey));
        record.attachments.clear();
        assertThat(record.verify().faults()).anySatisfy(f -> {
            assertThat(f).isInstanceOf(Fault.RootMismatch.class);
            Fault.RootMismatch mismatch = (Fault.RootMismatch) f;
            assertThat(21L).isBetween(mismatch.from(), mismatch.to());
        });
    }

    @Test
    void namesAnEntryThatIsThereTwice() {
        record.entries.add(30, record.entries.get(10));
        record.entries.add(record.entries.getLast());
        assertThat(record.verify().faults())
                .containsExactly(new Fault.SequenceDuplicated(11), new Fault.SequenceDuplicated(65));
    }

    @Test
    void wantsTheMacOfTheLastSecond() {
        record.entries.set(64, record.entries.get(64).withoutMac());
        assertThat(record.verify().faults()).containsExactly(new Fault.MacWrong(65));
        assertThat(record.verify(record.extent(), null).notices()).contains(new Notice.Unsealed(61, 65));
    }

    @Test
    void namesHeadsOfAKeyThatIsNotTrusted() {
        Verification verification = new Verification(PublicKeys.none(), record.macKey, record.extent());
        verification.skipAttachments();
        record.heads.forEach(head -> verification.head(new HeadLine.Read(1, head)));
        record.entries.forEach(verification::entry);
        assertThat(verification.report().faults()).containsExactly(new Fault.HeadKeyUnknown(1, record.key.id()));
    }

    @Test
    void marksWhatIsMadeUpForADemonstration() {
        Header h = record.entries.getFirst().header();
        Header demo = new Header(66, 1, h.time(), "p", h.act(), "s", null, null, true);
        record.entries.add(Entry.record(demo, Json.object(), record.macKey));
        assertThat(record.verify(Extent.whole(66, null), record.macKey).notices())
                .contains(new Notice.Demo(1));
        assertThat(SealKey.generate(true).id()).startsWith("demo-");
    }

    @Test
    void reportsTheSpanThatARestoreLost() {
        SampleRecord live = new SampleRecord(3).acts(30).seals();
        SampleRecord backup = live.backup();
        live.acts(12).seals().acts(2);
        SampleRecord restored = backup.restores("b-2026-11-24", live.heads);
        restored.acts(10).seals().acts(3);
        Report report = restored.verify();
        assertThat(report.faults()).isEmpty();
        assertThat(report.notices()).containsExactly(new Notice.EpochLost(2, "b-2026-11-24", 31, 42));
    }

    @Test
    void reportsARestoreThatLostNothing() {
        SampleRecord live = new SampleRecord(3).acts(30).seals();
        SampleRecord restored =
                live.backup().restores("b-1", live.heads).acts(4).seals();
        assertThat(restored.verify().faults()).isEmpty();
        assertThat(restored.verify().notices()).containsExactly(new Notice.EpochRestored(2, "b-1"));
    }

    @Test
    void tellsARollbackFromARestore() {
        SampleRecord live = new SampleRecord(3).acts(30).seals();
        SampleRecord backup = live.backup();
        live.acts(12).seals();
        assertThat(backup.verify().faults()).isEmpty();
        assertThat(backup.verify(backup.extent(), backup.macKey, live.heads.getLast())
                        .faults())
                .containsExactly(new Fault.RolledBack(1, 30, 42));
    }

    @Test
    void tellsARestoreThatConcealsTheNewestHead() {
        SampleRecord live = new SampleRecord(3).acts(30).seals();
        SampleRecord backup = live.backup();
        List<SignedHead> older = List.copyOf(live.heads);
        live.acts(12).seals();
        SampleRecord restored = backup.restores("b-1", older).acts(4).seals();
        assertThat(restored.verify().faults()).isEmpty();
        assertThat(restored.verify(restored.extent(), restored.macKey, live.heads.getLast())
                        .faults())
                .containsExactly(new Fault.RolledBack(1, 30, 42));
    }

    @Test
    void tellsAnEpochWithoutAnAccount() {
        SampleRecord live = new SampleRecord(3).acts(30).seals();
        SampleRecord restored =
                live.backup().restores("b-1", live.heads).acts(4).seals();
        restored.entries.remove(30);
        assertThat(restored.verify().faults()).contains(new Fault.EpochUnexplained(2, 32));
    }

    @Test
    void missesWhatTheBackupHeld() {
        SampleRecord live = new SampleRecord(3).acts(30).seals();
        SampleRecord restored =
                live.backup().restores("b-1", live.heads).acts(4).seals();
        restored.entries.remove(29);
        restored.attachments.clear();
        assertThat(restored.verify().faults()).contains(new Fault.EntryMissing(30, 30));
    }

    @Test
    void keepsTheAccountOfARestoreFromRedaction() {
        SampleRecord live = new SampleRecord(3).acts(30).seals();
        SampleRecord restored = live.backup().restores("b-1", live.heads).acts(4);
        restored.redacts(30).seals();
        assertThat(restored.verify().faults()).contains(new Fault.RedactedImproperly(31, Fault.Impropriety.PROTECTED));
    }

    @Test
    void findsAHistorySignedTwice() {
        SampleRecord live = new SampleRecord(3).acts(30);
        SampleRecord fork = live.backup();
        live.acts(3).seals();
        fork.acts(3).seals();
        assertThat(live.verify(live.extent(), live.macKey, fork.heads.getLast()).faults())
                .contains(new Fault.HeadForked(1, 33))
                .hasAtLeastOneElementOfType(Fault.RootMismatch.class);
    }

    @Test
    void sealsByTheNewEpochWhatTheBackupHeldUnsealed() {
        SampleRecord live = new SampleRecord(3).acts(30).seals().acts(2);
        SampleRecord backup = live.backup();
        live.acts(12).seals();
        SampleRecord restored = backup.restores("b-1", live.heads).acts(4).seals();
        Report report = restored.verify(restored.extent(), null);
        assertThat(report.faults()).isEmpty();
        assertThat(report.notices()).containsExactly(new Notice.EpochLost(2, "b-1", 33, 44));
        Header header = restored.entries.get(31).header();
        restored.entries.set(31, Entry.record(header, Json.object(), restored.macKey));
        restored.attachments.clear();
        assertThat(restored.verify(restored.extent(), null).faults()).anySatisfy(f -> {
            assertThat(f).isInstanceOf(Fault.RootMismatch.class);
            assertThat(((Fault.RootMismatch) f).to()).isEqualTo(32);
        });
    }

    @Test
    void seesThatAllIsGone() {
        SampleRecord live = new SampleRecord(3).acts(30).seals();
        live.entries.clear();
        live.attachments.clear();
        assertThat(live.verify().faults())
                .containsExactly(new Fault.EntryMissing(1, 30), new Fault.RolledBack(1, 0, 30));
    }

    @Test
    void anEarlierRestoreThatWasGivenUpIsLostAndNoFault() {
        SampleRecord live = SampleRecord.usual(7);
        SampleRecord backup = live.backup();
        live.acts(30).seals();
        SampleRecord first = backup.backup().restores("b-1", live.heads).acts(4).seals();
        SampleRecord second =
                backup.backup().restores("b-1", first.heads).acts(4).seals();
        long held = backup.next - 1;
        assertThat(second.verify().faults()).isEmpty();
        assertThat(second.verify().notices())
                .contains(new Notice.EpochLost(
                        3,
                        "b-1",
                        held + 1,
                        second.entries.get((int) held).header().sequence() - 1));
    }

    @Test
    void aRestoreThatConcealsAnEarlierOneIsARollback() {
        SampleRecord live = SampleRecord.usual(8);
        SampleRecord backup = live.backup();
        live.acts(30).seals();
        SampleRecord first = backup.backup().restores("b-1", live.heads).acts(4).seals();
        SampleRecord silent = backup.backup().restores("b-1", live.heads, 3);
        silent.heads.clear();
        silent.heads.addAll(first.heads);
        silent.acts(4).seals();
        assertThat(silent.verify().faults()).containsExactly(new Fault.RolledBack(2, 0, 5));
    }
}
