package org.hoshimori.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand seeded blows at an exported package: each is named, by entry, head or attachment and by file. */
class TamperedPackageTests {

    private final Random random = new Random(9162);
    private final SampleRecord record = SampleRecord.sealed(11);
    private final PublicKeys trusted = PublicKeys.of(record.key);

    @TempDir
    Path folder;

    @Test
    void findsNothingWrongWithAnUntouchedPackage() throws IOException {
        Report report = verify(Exported.export(record, folder.resolve("p.zip")));
        assertThat(report.faults()).isEmpty();
        assertThat(report.notices()).singleElement().isInstanceOf(Notice.Redacted.class);
        assertThat(report.entries()).isEqualTo(60);
        assertThat(report.attachments()).isPositive();
    }

    @Test
    void namesEveryOneOfAThousand() throws IOException {
        Map<String, byte[]> untouched = Repacked.unpack(Exported.export(record, folder.resolve("p.zip")));
        List<String> attachments = untouched.keySet().stream()
                .filter(name -> name.startsWith("attachments/"))
                .toList();
        for (int i = 0; i < 1000; i++) {
            Map<String, byte[]> files = new LinkedHashMap<>(untouched);
            Predicate<Fault> named = switch (random.nextInt(6)) {
                case 0, 1, 2 -> hit(files, "entries.jsonl", Naming::entry);
                case 3 -> hit(files, "heads.jsonl", Naming::head);
                default -> attachment(files, attachments.get(random.nextInt(attachments.size())));
            };
            Report report = verify(Repacked.pack(files, folder.resolve("t.zip")));
            assertThat(report.faults()).as("blow " + i).anyMatch(named);
            assertThat(report.faults())
                    .as("blow " + i)
                    .anyMatch(f -> f instanceof Fault.FileChanged
                            || f instanceof Fault.FileMissing
                            || f instanceof Fault.FileAdded);
        }
    }

    @Test
    void staysCalmWhateverBytesOfTheArchiveFlip() throws IOException {
        byte[] zip = Files.readAllBytes(Exported.export(record, folder.resolve("p.zip")));
        Map<String, byte[]> untouched = Repacked.unpack(folder.resolve("p.zip"));
        Map<Integer, Integer> outcomes = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            byte[] flipped = zip.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("f.zip"), flipped);
            int exit = VerifyTests.exit(file.toString());
            outcomes.merge(exit, 1, Integer::sum);
            if (exit == 0) {
                assertThat(Repacked.unpack(file)).as("flip " + i).containsExactlyInAnyOrderEntriesOf(untouched);
            }
        }
        assertThat(outcomes).containsOnlyKeys(0, 1, 2);
    }

    private interface ByNumber {
        boolean names(Fault fault, long number);
    }

    private Predicate<Fault> hit(Map<String, byte[]> files, String name, ByNumber by) {
        List<String> lines = Repacked.lines(java.util.Objects.requireNonNull(files.get(name)));
        int index = random.nextInt(lines.size());
        int other = (index + 1 + random.nextInt(lines.size() - 1)) % lines.size();
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(index);
            case 1 -> lines.add(index, lines.get(other));
            case 2 -> Collections.swap(lines, index, other);
            default -> lines.set(index, flip(lines.get(index)));
        }
        files.put(name, Repacked.join(lines));
        return fault -> by.names(fault, index + 1) || by.names(fault, other + 1);
    }

    private Predicate<Fault> attachment(Map<String, byte[]> files, String name) {
        byte[] content = java.util.Objects.requireNonNull(files.get(name));
        String hex = name.substring("attachments/".length());
        switch (random.nextInt(3)) {
            case 0 -> {
                byte[] flipped = content.clone();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                files.put(name, flipped);
            }
            case 1 -> files.remove(name);
            default -> {
                byte[] added = {(byte) random.nextInt(), 7};
                String other = Hash.sha256(added).hex();
                files.put("attachments/" + other, added);
                return fault -> Naming.attachment(fault, other);
            }
        }
        return fault -> Naming.attachment(fault, hex);
    }

    private String flip(String line) {
        int at = random.nextInt(line.length());
        char flipped = (char) (line.charAt(at) ^ 1 << random.nextInt(8));
        return line.substring(0, at) + flipped + line.substring(at + 1);
    }

    private Report verify(Path path) throws IOException {
        try (EvidencePackage evidence = EvidencePackage.open(path, PackageLimits.usual())) {
            return evidence.verify(trusted, List.of());
        }
    }
}
