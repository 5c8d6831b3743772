package org.hoshimori.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A record as the application would keep it: entries, heads, attachments and keys. */
final class SampleRecord {

    static final Instant BEGIN = Instant.parse("2026-11-25T00:00:00Z");

    final SealKey key;
    final MacKey macKey;
    final List<Entry> entries = new ArrayList<>();
    final List<SignedHead> heads = new ArrayList<>();
    final Map<String, byte[]> attachments = new TreeMap<>();
    private final Random random;
    private Frontier tree = Frontier.empty();
    int epoch = 1;
    long next = 1;

    SampleRecord(long seed) {
        this(seed, SealKey.generate(false), MacKey.of(MacKey.newBytes()));
    }

    private SampleRecord(long seed, SealKey key, MacKey macKey) {
        this.random = new Random(seed);
        this.key = key;
        this.macKey = macKey;
    }

    /** 60 sealed entries under a handful of heads, one of them redacted, and 5 of the last second. */
    static SampleRecord usual(long seed) {
        SampleRecord record = new SampleRecord(seed);
        record.acts(25).seals().acts(25).redacts(17).acts(9).seals().acts(5);
        return record;
    }

    /** Only what is sealed, as it is exported. */
    static SampleRecord sealed(long seed) {
        SampleRecord record = new SampleRecord(seed);
        record.acts(25).seals().acts(25).redacts(17).acts(9).seals();
        return record;
    }

    SampleRecord acts(int count) {
        for (int i = 0; i < count; i++) {
            Json.Obj detail =
                    Json.object().with("note", Json.of("記録" + random.nextInt())).with("n", Json.of(next));
            if (random.nextInt(5) == 0) {
                byte[] content = new byte[1 + random.nextInt(50)];
                random.nextBytes(content);
                String name = Hash.sha256(content).hex();
                attachments.put(name, content);
                detail = detail.with(
                        "attachments", new Json.Arr(List.of(Json.object().with("sha256", Json.of(name)))));
            }
            add("asset.taken-out/1", "a-" + random.nextInt(9), detail);
            if (random.nextInt(12) == 0) {
                seals();
            }
        }
        return this;
    }

    SampleRecord redacts(int index) {
        Entry target = entries.get(index);
        attachments
                .keySet()
                .removeIf(name -> new String(java.util.Objects.requireNonNull(target.detail()), UTF_8).contains(name));
        entries.set(index, target.withoutDetail());
        Header header = Redaction.header(
                next, epoch, time(), "p-officer", target.header().sequence(), "gov-3.1", null, false);
        return keep(Entry.record(header, Json.object().with("reason", Json.of("request")), macKey));
    }

    SampleRecord add(String act, String subject, Json.Obj detail) {
        Header header = new Header(next, epoch, time(), "p-1", act, subject, "ast-2.b", null, false);
        return keep(Entry.record(header, detail, macKey));
    }

    SampleRecord seals() {
        heads.add(SignedHead.sign(key, epoch, tree, time(), heads.isEmpty() ? null : heads.getLast()));
        return this;
    }

    /** The record as a backup holds it: these entries, and the heads over them, which keep growing apart. */
    SampleRecord backup() {
        SampleRecord copy = new SampleRecord(random.nextLong(), key, macKey);
        copy.entries.addAll(entries);
        copy.heads.addAll(heads);
        copy.attachments.putAll(attachments);
        copy.tree = tree.copy();
        copy.epoch = epoch;
        copy.next = next;
        return copy;
    }

    /** Restores openly: the newest head known goes into the heads file and into the new epoch's first entry. */
    SampleRecord restores(String backup, List<SignedHead> known) {
        return restores(backup, known, Math.max(epoch, known.getLast().epoch()) + 1);
    }

    /** The same, with a number for the new epoch that what is named may not account for. */
    SampleRecord restores(String backup, List<SignedHead> known, int as) {
        EpochStart start = new EpochStart(
                backup,
                next - 1,
                tree.root(),
                EpochStart.HeadName.of(heads.getLast()),
                EpochStart.HeadName.of(known.getLast()));
        heads.clear();
        heads.addAll(known);
        tree = Frontier.empty();
        next = known.getLast().epoch() == epoch ? start.nextSequence(1) : next + 1_000_000;
        epoch = as;
        return add(EpochStart.ACT, "backup", start.detail());
    }

    Instant time() {
        return BEGIN.plusSeconds(next);
    }

    private SampleRecord keep(Entry entry) {
        entries.add(entry);
        tree.append(entry.leaf());
        next++;
        return this;
    }

    Extent extent() {
        return Extent.whole(next - 1, heads.getLast().hash());
    }

    Report verify() {
        return verify(extent(), macKey);
    }

    Report verify(Extent extent, @Nullable MacKey mac, SignedHead... witnesses) {
        Verification verification = new Verification(PublicKeys.of(key), mac, extent);
        for (int i = 0; i < heads.size(); i++) {
            verification.head(new HeadLine.Read(i + 1, heads.get(i)));
        }
        List.of(witnesses).forEach(verification::witness);
        entries.forEach(verification::entry);
        attachments.forEach((name, content) -> verification.attachment(name, Hash.sha256(content)));
        return verification.report();
    }
}
