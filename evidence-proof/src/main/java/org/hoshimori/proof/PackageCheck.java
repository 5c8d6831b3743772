package org.hoshimori.proof;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Leads a package through a {@link Verification} and adds what only a package has: files, manifest, proofs. */
final class PackageCheck {

    private final EvidencePackage from;
    private final Manifest manifest;
    private final PublicKeys keys;
    private final boolean keysAreTheirs;
    private final Verification verification;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Long, PackageProof> proofs = new TreeMap<>();
    private final Map<Long, Hash> wanted = new HashMap<>();

    PackageCheck(EvidencePackage from, @Nullable PublicKeys trusted, List<SignedHead> witnesses) throws IOException {
        this.from = from;
        this.manifest = from.manifest();
        this.keysAreTheirs = trusted == null;
        this.keys = trusted == null ? theirs() : trusted;
        this.verification = new Verification(keys, null, manifest.extent());
        // A head made after the export can't be in it; one made before must fit.
        witnesses.stream()
                .filter(head -> !head.time().isAfter(manifest.exportedAt()))
                .forEach(verification::witness);
    }

    private PublicKeys theirs() throws IOException {
        try {
            return from.keys();
        } catch (ProofRefused e) {
            return PublicKeys.none();
        } catch (ZipException | EOFException e) {
            return PublicKeys.none();
        }
    }

    Report run() throws IOException {
        if (manifest.judge(keys) != PublicKeys.Judgement.GOOD) {
            faults.add(new Fault.ManifestSignatureWrong(manifest.key()));
        }
        Set<String> names = new TreeSet<>(manifest.files().keySet());
        names.addAll(List.of(PackageNames.PROOFS, PackageNames.HEADS, PackageNames.ENTRIES));
        names.stream()
                .filter(name -> !from.files().containsKey(name))
                .forEach(name -> faults.add(new Fault.FileMissing(name)));
        file(PackageNames.PROOFS, this::proofs);
        file(PackageNames.HEADS, this::heads);
        file(PackageNames.ENTRIES, this::entries);
        for (String name : from.files().keySet()) {
            if (!Set.of(Manifest.NAME, PackageNames.PROOFS, PackageNames.HEADS, PackageNames.ENTRIES)
                    .contains(name)) {
                file(name, in -> {});
            }
        }
        proofs.forEach(this::prove);
        return together(verification.report());
    }

    private interface Reading {
        void read(InputStream in) throws IOException;
    }

    /** Reads a file if it is there, all of it, and compares it with the manifest. */
    private void file(String name, Reading reading) throws IOException {
        if (!from.files().containsKey(name)) {
            return;
        }
        Manifest.FileMark listed = manifest.files().get(name);
        Manifest.FileMark actual = null;
        try (BoundedStream in = from.stream(name)) {
            reading.read(in);
            actual = in.drain();
        } catch (ZipException | EOFException e) {
            // The packing is damaged: the file is not the one listed, whatever could be read of it.
        }
        if (listed == null) {
            faults.add(new Fault.FileAdded(name));
        } else if (!listed.equals(actual)) {
            faults.add(new Fault.FileChanged(name));
        }
        if (name.startsWith(PackageNames.ATTACHMENTS)) {
            String attachment = name.substring(PackageNames.ATTACHMENTS.length());
            verification.attachment(attachment, actual == null ? Hash.sha256() : actual.sha256());
        }
    }

    private void proofs(InputStream in) throws IOException {
        Lines lines = new Lines(new BufferedInputStream(in), from.longestLine());
        long number = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            number++;
            try {
                PackageProof proof = PackageProof.parse(line);
                proofs.put(number, proof);
                if (proof instanceof PackageProof.Inclusion inclusion) {
                    wanted.put(inclusion.sequence(), Hash.sha256());
                }
            } catch (ProofRefused e) {
                faults.add(new Fault.ProofWrong(number));
            }
        }
    }

    private void heads(InputStream in) throws IOException {
        HeadsFile.read(new BufferedInputStream(in), verification::head);
    }

    private void entries(InputStream in) throws IOException {
        Lines lines = new Lines(new BufferedInputStream(in), from.longestLine());
        long number = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            number++;
            try {
                Entry entry = EntryLine.read(line);
                if (lines.torn()) {
                    throw ProofRefused.of("lines.torn");
                }
                verification.entry(entry);
                wanted.computeIfPresent(entry.header().sequence(), (sequence, none) -> entry.leaf());
            } catch (ProofRefused e) {
                verification.unreadableEntry(number, e.problem());
            }
        }
    }

    private void prove(long line, PackageProof proof) {
        boolean holds = switch (proof) {
            case PackageProof.Inclusion(int epoch, long sequence, long index, long size, var path) -> {
                Hash leaf = wanted.getOrDefault(sequence, Hash.sha256());
                yield verification.roots(epoch, size).stream()
                        .anyMatch(root -> MerkleProof.includes(leaf, index, size, path, root));
            }
            case PackageProof.Consistency(int epoch, long older, long newer, var path) ->
                verification.roots(epoch, older).stream()
                        .anyMatch(before -> verification.roots(epoch, newer).stream()
                                .anyMatch(after -> MerkleProof.consistent(older, before, newer, after, path)));
        };
        if (!holds) {
            faults.add(new Fault.ProofWrong(line));
        }
    }

    private Report together(Report report) {
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(report.faults());
        List<Notice> notices = new ArrayList<>(report.notices());
        if (keysAreTheirs) {
            keys.ids().stream().sorted().forEach(id -> notices.add(new Notice.KeyUnproven(id)));
        }
        return new Report(report.entries(), report.heads(), report.attachments(), all, notices);
    }
}
