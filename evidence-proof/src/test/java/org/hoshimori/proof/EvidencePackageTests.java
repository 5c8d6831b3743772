package org.hoshimori.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidencePackageTests {

    private final SampleRecord record = SampleRecord.sealed(2);

    @TempDir
    Path folder;

    @Test
    void saysWhoExportedWhat() throws IOException {
        try (EvidencePackage evidence = open(Exported.export(record, folder.resolve("p.zip")))) {
            Manifest manifest = evidence.manifest();
            assertThat(manifest.exportedBy()).isEqualTo("p-auditor");
            assertThat(manifest.first()).isEqualTo(1);
            assertThat(manifest.last()).isEqualTo(60);
            assertThat(manifest.epochs()).containsExactly(1);
            assertThat(manifest.files()).containsKeys("README.ja.md", "README.en.md", "entries.jsonl", "heads.jsonl");
            assertThat(evidence.keys().ids()).containsExactly(record.key.id());
        }
    }

    @Test
    void leavesTheMacsAtHome() throws IOException {
        byte[] entries = Repacked.unpack(Exported.export(record, folder.resolve("p.zip")))
                .get("entries.jsonl");
        String mac = Objects.requireNonNull(record.entries.getFirst().mac()).hex();
        assertThat(new String(Objects.requireNonNull(entries), UTF_8)).doesNotContain(mac, "\"mac\"");
    }

    @Test
    void exportsARangeFromTheMiddleWithItsProofs() throws IOException {
        Report report = verify(range(40, true));
        assertThat(report.faults()).isEmpty();
        assertThat(report.entries()).isEqualTo(20);
    }

    @Test
    void refutesAProofThatProvesNothing() throws IOException {
        assertThat(verify(range(40, false)).faults())
                .containsExactlyInAnyOrder(new Fault.ProofWrong(1), new Fault.ProofWrong(2));
    }

    @Test
    void findsARangeThatDoesNotFollowItsTree() throws IOException {
        Frontier start = Frontier.empty();
        record.entries.subList(1, 41).forEach(entry -> start.append(entry.leaf()));
        Path path = Exported.export(
                record,
                folder.resolve("p.zip"),
                new PackageWriter.Export("p", SampleRecord.BEGIN.plusSeconds(99), true, start, null),
                40,
                List.of());
        assertThat(verify(path).faults()).hasAtLeastOneElementOfType(Fault.RootMismatch.class);
    }

    /** Entries from this index on, with an inclusion proof and a consistency proof, right ones or not. */
    private Path range(int from, boolean right) throws IOException {
        Frontier start = Frontier.empty();
        record.entries.subList(0, from).forEach(entry -> start.append(entry.leaf()));
        MerkleTree tree =
                new MerkleTree(record.entries.stream().map(Entry::leaf).toList());
        long older = record.heads.getFirst().size();
        int index = right ? 45 : 44;
        List<PackageProof> proofs = List.of(
                new PackageProof.Inclusion(1, 46, index, 60, tree.inclusionProof(45, 60)),
                new PackageProof.Consistency(1, older, 60, tree.consistencyProof(right ? older : older + 1, 60)));
        return Exported.export(
                record,
                folder.resolve("r.zip"),
                new PackageWriter.Export("p", SampleRecord.BEGIN.plusSeconds(99), true, start, null),
                from,
                proofs);
    }

    @Test
    void carriesAnEpochWithItsLostSpan() throws IOException {
        SampleRecord live = new SampleRecord(3).acts(30).seals();
        SampleRecord backup = live.backup();
        live.acts(12).seals();
        SampleRecord restored = backup.restores("b-1", live.heads).acts(5).seals();
        Report report = verify(Exported.export(restored, folder.resolve("p.zip")));
        assertThat(report.faults()).isEmpty();
        assertThat(report.notices()).contains(new Notice.EpochLost(2, "b-1", 31, 42));
    }

    @Test
    void refusesEntriesThatNoHeadCovers() throws IOException {
        record.acts(1);
        record.heads.removeIf(head -> head.size() > 60);
        assertThat(verify(Exported.export(record, folder.resolve("p.zip"))).faults())
                .contains(new Fault.EntryInserted(61));
    }

    @Test
    void refusesARangeWhoseEndNoHeadProves() throws IOException {
        SampleRecord longer = record.backup().acts(6);
        longer.heads.removeIf(head -> head.size() > 60);
        longer.seals();
        longer.entries.removeLast();
        PackageWriter.Export export =
                new PackageWriter.Export("p", SampleRecord.BEGIN.plusSeconds(99), false, Frontier.empty(), null);
        Report report = verify(Exported.export(longer, folder.resolve("p.zip"), export, 0, List.of()));
        assertThat(report.faults()).contains(new Fault.EntryInserted(61), new Fault.EntryInserted(65));
        assertThat(report.notices()).contains(new Notice.HeadsUnchecked(1, 66));
    }

    @Test
    void holdsAWitnessBeforeTheRangeAgainstTheChain() throws IOException {
        Path path = range(40, true);
        SignedHead known = record.heads.getFirst();
        Frontier other = Frontier.empty();
        for (long i = 0; i < known.size(); i++) {
            other.append(Hash.sha256());
        }
        SignedHead forged = SignedHead.sign(record.key, 1, other, known.time(), null);
        other.append(Hash.sha256());
        SignedHead unknown = SignedHead.sign(record.key, 1, other, known.time(), null);
        try (EvidencePackage evidence = open(path)) {
            assertThat(evidence.verify(null, List.of(known)).faults()).isEmpty();
            assertThat(evidence.verify(null, List.of(forged)).faults())
                    .containsExactly(new Fault.HeadForked(1, known.size()));
            assertThat(evidence.verify(null, List.of(unknown)).notices()).contains(new Notice.HeadsUnchecked(1, 0));
        }
    }

    @Test
    void noticesAManifestThatWasEdited() throws IOException {
        Map<String, byte[]> files = Repacked.unpack(Exported.export(record, folder.resolve("p.zip")));
        files.computeIfPresent(
                "manifest.json",
                (name, bytes) -> new String(bytes, UTF_8)
                        .replace("p-auditor", "p-forger!")
                        .getBytes(UTF_8));
        assertThat(verify(Repacked.pack(files, folder.resolve("t.zip"))).faults())
                .containsExactly(new Fault.ManifestSignatureWrong(record.key.id()));
    }

    @Test
    void noticesFilesAddedChangedAndMissing() throws IOException {
        Map<String, byte[]> files = Repacked.unpack(Exported.export(record, folder.resolve("p.zip")));
        files.put("notes.txt", new byte[] {1});
        files.put("README.en.md", new byte[] {1});
        files.remove("README.ja.md");
        assertThat(verify(Repacked.pack(files, folder.resolve("t.zip"))).faults())
                .containsExactlyInAnyOrder(
                        new Fault.FileAdded("notes.txt"),
                        new Fault.FileChanged("README.en.md"),
                        new Fault.FileMissing("README.ja.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/x", "a/../../x", "a\\b", "C:x", "a//b", "./a", "a\u0000b", "あ"})
    void refusesNamesThatClimbOut(String name) throws IOException {
        Map<String, byte[]> files = Repacked.unpack(Exported.export(record, folder.resolve("p.zip")));
        files.put(name, new byte[] {1});
        refuses(Repacked.pack(files, folder.resolve("t.zip")), PackageLimits.usual(), "package.name");
    }

    @Test
    void refusesZipBombs() throws IOException {
        Map<String, byte[]> files =
                new LinkedHashMap<>(Repacked.unpack(Exported.export(record, folder.resolve("p.zip"))));
        files.put("attachments/" + "0".repeat(64), new byte[80 << 20]);
        Path bomb = Repacked.pack(files, folder.resolve("t.zip"));
        assertThatExceptionOfType(ProofRefused.class)
                .isThrownBy(() -> verify(bomb))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("package.too-large"));
    }

    @Test
    void refusesTooManyFilesOtherVersionsAndWhatIsNoPackage() throws IOException {
        Path path = Exported.export(record, folder.resolve("p.zip"));
        refuses(path, new PackageLimits(3, 100, 1 << 20), "package.too-many-files");
        Map<String, byte[]> files = Repacked.unpack(path);
        byte[] manifest = Objects.requireNonNull(files.get("manifest.json"));
        files.put(
                "manifest.json",
                new String(manifest, UTF_8).replace("evidence/1", "evidence/9").getBytes(UTF_8));
        refuses(Repacked.pack(files, folder.resolve("v.zip")), PackageLimits.usual(), "package.version");
        files.remove("manifest.json");
        refuses(Repacked.pack(files, folder.resolve("m.zip")), PackageLimits.usual(), "package.no-file");
        refuses(Files.write(folder.resolve("n.zip"), new byte[100]), PackageLimits.usual(), "package.not-zip");
    }

    @Test
    void exportsAnEmptyRecord() throws IOException {
        assertThat(verify(Exported.export(new SampleRecord(1), folder.resolve("e.zip")))
                        .faults())
                .isEmpty();
    }

    @Test
    void refusesToExportADetailThatIsNotCanonical() {
        Entry e = record.entries.getFirst();
        record.entries.set(0, new Entry(e.header(), "{ }".getBytes(UTF_8), e.salt(), e.commitment(), e.leaf(), null));
        assertThatExceptionOfType(ProofRefused.class)
                .isThrownBy(() -> Exported.export(record, folder.resolve("p.zip")));
    }

    private static void refuses(Path path, PackageLimits limits, String code) {
        assertThatExceptionOfType(ProofRefused.class)
                .isThrownBy(() -> EvidencePackage.open(path, limits).close())
                .satisfies(e -> {
                    assertThat(e.problem().code()).isEqualTo(code);
                    assertThat(e.file()).isEqualTo(path.toString());
                });
    }

    private static EvidencePackage open(Path path) throws IOException {
        return EvidencePackage.open(path, PackageLimits.usual());
    }

    private Report verify(Path path) throws IOException {
        try (EvidencePackage evidence = open(path)) {
            return evidence.verify(null, List.of());
        }
    }
}
