package org.hoshimori.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTests {

    private final SampleRecord record = SampleRecord.sealed(5);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Path zip;
    private Path key;

    @BeforeEach
    void exports() throws IOException {
        zip = Exported.export(record, folder.resolve("p.zip"));
        key = Files.writeString(folder.resolve("key.pem"), record.key.publicPem());
    }

    static int exit(String... arguments) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        return Verify.run(List.of(arguments), nowhere, nowhere);
    }

    private int run(Object... arguments) {
        return Verify.run(
                List.of(arguments).stream().map(String::valueOf).toList(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    @Test
    void endsWithZeroForASoundPackage() {
        assertThat(run(zip, "--key", key, "--lang", "en")).isZero();
        assertThat(out.toString(UTF_8))
                .contains("Nothing is wrong.", "Entry 18 was redacted by p-officer on 2026-11-25T00:00:51.000000Z.")
                .doesNotContain("came with the package");
    }

    @Test
    void saysThatAKeyFromThePackageProvesLittle() {
        assertThat(run(zip, "--lang", "en")).isZero();
        assertThat(out.toString(UTF_8)).contains("The key " + record.key.id() + " came with the package");
    }

    @Test
    void speaksJapanese() {
        assertThat(run(zip, "--lang", "ja")).isZero();
        assertThat(out.toString(UTF_8)).contains("異常はありません。", "墨消し");
    }

    @Test
    void endsWithOneAndNamesTheFault() throws IOException {
        Map<String, byte[]> files = Repacked.unpack(zip);
        List<String> lines = Repacked.lines(java.util.Objects.requireNonNull(files.get("entries.jsonl")));
        lines.remove(4);
        files.put("entries.jsonl", Repacked.join(lines));
        Repacked.pack(files, zip);
        assertThat(run(zip, "--key", key, "--lang", "en")).isOne();
        assertThat(out.toString(UTF_8)).contains("Entries 5 to 5 are missing.");
        out.reset();
        assertThat(run(zip, "--key", key, "--format", "json", "--lang", "en")).isOne();
        assertThat(CanonicalJson.text(CanonicalJson.parse(out.toByteArray())))
                .contains(
                        "\"clean\":false",
                        "{\"arguments\":[\"5\",\"5\"],\"causes\":[],\"code\":\"fault.entry-missing\"");
    }

    @Test
    void endsWithOneForAnotherKey() throws IOException {
        Files.writeString(key, SealKey.generate(false).publicPem());
        assertThat(run(zip, "--key", key, "--lang", "en")).isOne();
        assertThat(out.toString(UTF_8)).contains("The manifest is not signed by a trusted key");
    }

    @Test
    void holdsHeadsThatAnAuditorKeptAgainstThePackage() throws IOException {
        SampleRecord longer = record.backup().acts(1);
        longer.next = 30;
        longer.seals();
        Path kept = folder.resolve("kept.jsonl");
        Files.writeString(kept, record.heads.getFirst().line() + "\n");
        assertThat(run(zip, "--key", key, "--heads", kept)).isZero();
        Files.writeString(kept, longer.heads.getLast().line() + "\n");
        out.reset();
        assertThat(run(zip, "--key", key, "--heads", kept, "--lang", "en")).isOne();
        assertThat(out.toString(UTF_8))
                .contains("Epoch 1 was rolled back: the record holds 60 entries, a head knows 61");
    }

    @Test
    void endsWithTwoForWrongUse() throws IOException {
        assertThat(exit()).isEqualTo(2);
        assertThat(exit("a", "b")).isEqualTo(2);
        assertThat(exit(zip.toString(), "--key")).isEqualTo(2);
        assertThat(exit(zip.toString(), "--lang", "fr")).isEqualTo(2);
        assertThat(exit(zip.toString(), "--format", "xml")).isEqualTo(2);
        assertThat(exit(zip.toString(), "--verbose", "x")).isEqualTo(2);
        assertThat(exit(folder.resolve("none.zip").toString())).isEqualTo(2);
        assertThat(exit(key.toString())).isEqualTo(2);
        assertThat(exit(zip.toString(), "--key", zip.toString())).isEqualTo(2);
        assertThat(exit(zip.toString(), "--heads", key.toString())).isEqualTo(2);
        assertThat(exit("a\u0000b")).isEqualTo(2);
        assertThat(run(folder.resolve("none.zip"), "--lang", "en")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("none.zip: can't be read");
    }

    @Test
    void needsNothingButTheJdk() throws Exception {
        Path classes = Path.of(
                Verify.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes.toString(),
                        Verify.class.getName(),
                        zip.toString(),
                        "--lang",
                        "ja")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("異常はありません。");
    }
}
