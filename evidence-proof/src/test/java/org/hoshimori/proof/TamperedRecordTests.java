package org.hoshimori.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A thousand seeded blows at a record, the last second's entries included: each is named. */
class TamperedRecordTests {

    private final Random random = new Random(20261125);
    private final List<SampleRecord> records =
            IntStream.range(0, 20).mapToObj(SampleRecord::usual).toList();

    @Test
    void findsNothingWrongWithAnUntouchedRecord() {
        Report report = SampleRecord.usual(1).verify();
        assertThat(report.faults()).isEmpty();
        assertThat(report.notices()).singleElement().isInstanceOf(Notice.Redacted.class);
        assertThat(report.entries()).isEqualTo(65);
    }

    @Test
    void namesEveryOneOfAThousand() {
        for (int i = 0; i < 1000; i++) {
            SampleRecord record = records.get(i % 20).backup();
            Extent extent = record.extent();
            String what = "blow " + i;
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> entryFlipped(record, extent, what);
                case 3 -> entryRemoved(record, extent, what);
                case 4 -> entryInserted(record, extent, what);
                case 5 -> entriesSwapped(record, extent, what);
                case 6, 7 -> headHit(record, extent, what);
                default -> attachmentHit(record, extent, what);
            }
        }
    }

    private void entryFlipped(SampleRecord record, Extent extent, String what) {
        int index = random.nextInt(record.entries.size());
        Entry entry = record.entries.get(index);
        record.entries.set(index, flipped(entry));
        expect(
                record.verify(extent, record.macKey),
                f -> Naming.entry(f, entry.header().sequence()),
                what);
    }

    private Entry flipped(Entry e) {
        byte[] detail = e.detail();
        byte[] salt = e.salt();
        Hash mac = java.util.Objects.requireNonNull(e.mac());
        int part = detail == null || salt == null ? 2 + random.nextInt(4) : random.nextInt(6);
        return switch (part) {
            case 0 ->
                new Entry(
                        e.header(),
                        flip(java.util.Objects.requireNonNull(detail)),
                        salt,
                        e.commitment(),
                        e.leaf(),
                        mac);
            case 1 ->
                new Entry(
                        e.header(),
                        detail,
                        flip(java.util.Objects.requireNonNull(salt)),
                        e.commitment(),
                        e.leaf(),
                        mac);
            case 2 -> new Entry(e.header(), detail, salt, flip(e.commitment()), e.leaf(), mac);
            case 3 -> new Entry(e.header(), detail, salt, e.commitment(), flip(e.leaf()), mac);
            case 4 -> new Entry(e.header(), detail, salt, e.commitment(), e.leaf(), flip(mac));
            default -> new Entry(flip(e.header()), detail, salt, e.commitment(), e.leaf(), mac);
        };
    }

    /** Flips bits of the header's bytes until they make another possible header. */
    private Header flip(Header header) {
        while (true) {
            try {
                return Header.of(CanonicalJson.parseCanonical(flip(header.headerBytes())));
            } catch (ProofRefused e) {
                // Such a header could not even be read.
            }
        }
    }

    private void entryRemoved(SampleRecord record, Extent extent, String what) {
        int index = random.nextInt(record.entries.size());
        long sequence = record.entries.remove(index).header().sequence();
        expect(record.verify(extent, record.macKey), f -> Naming.entry(f, sequence), what);
    }

    private void entryInserted(SampleRecord record, Extent extent, String what) {
        int index = random.nextInt(record.entries.size() + 1);
        long sequence = random.nextBoolean() ? 1 + random.nextInt(70) : index + 1;
        Header header =
                new Header(sequence, 1, SampleRecord.BEGIN, "p-forger", "asset.taken-out/1", "a-1", null, null, false);
        record.entries.add(index, Entry.record(header, Json.object(), MacKey.of(MacKey.newBytes())));
        expect(record.verify(extent, record.macKey), f -> Naming.entry(f, sequence), what);
    }

    private void entriesSwapped(SampleRecord record, Extent extent, String what) {
        int one = random.nextInt(record.entries.size());
        int other = (one + 1 + random.nextInt(record.entries.size() - 1)) % record.entries.size();
        Collections.swap(record.entries, one, other);
        Report report = record.verify(extent, record.macKey);
        expect(report, f -> Naming.entry(f, one + 1) || Naming.entry(f, other + 1), what);
        assertThat(report.faults())
                .as(what)
                .hasSizeLessThanOrEqualTo(2)
                .hasOnlyElementsOfType(Fault.EntryReordered.class);
    }

    private void headHit(SampleRecord record, Extent extent, String what) {
        List<SignedHead> heads = record.heads;
        int index = random.nextInt(heads.size());
        Verification verification = new Verification(PublicKeys.of(record.key), record.macKey, extent);
        int kind = random.nextInt(4);
        SignedHead twice = heads.get(index);
        if (kind == 1) {
            heads.remove(index);
        } else if (kind == 2) {
            heads.add(index, twice);
        } else if (kind == 3) {
            Collections.swap(heads, index, (index + 1) % heads.size());
        }
        for (int i = 0; i < heads.size(); i++) {
            byte[] line = heads.get(i).line().getBytes(UTF_8);
            byte[] kept = kind == 0 && i == index ? flip(line) : line;
            verification.head(read(i + 1, kept));
        }
        record.entries.forEach(verification::entry);
        record.attachments.forEach((name, content) -> verification.attachment(name, Hash.sha256(content)));
        expect(verification.report(), f -> Naming.head(f, index + 1) || Naming.head(f, 1), what);
    }

    private static HeadLine read(long number, byte[] line) {
        try {
            return new HeadLine.Read(number, SignedHead.of(CanonicalJson.parseCanonical(line)));
        } catch (ProofRefused e) {
            return new HeadLine.Unreadable(number, e.problem());
        }
    }

    private void attachmentHit(SampleRecord record, Extent extent, String what) {
        List<String> names = List.copyOf(record.attachments.keySet());
        String name = names.get(random.nextInt(names.size()));
        String named = switch (random.nextInt(3)) {
            case 0 -> {
                record.attachments.put(name, flip(java.util.Objects.requireNonNull(record.attachments.get(name))));
                yield name;
            }
            case 1 -> {
                record.attachments.remove(name);
                yield name;
            }
            default -> {
                byte[] added = {(byte) random.nextInt(), 1, 2, 3};
                record.attachments.put(Hash.sha256(added).hex(), added);
                yield Hash.sha256(added).hex();
            }
        };
        expect(record.verify(extent, record.macKey), f -> Naming.attachment(f, named), what);
    }

    private static void expect(Report report, Predicate<Fault> named, String what) {
        assertThat(report.faults()).as(what).anyMatch(named);
    }

    private Hash flip(Hash hash) {
        return Hash.of(flip(hash.bytes()));
    }

    private byte[] flip(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }
}
