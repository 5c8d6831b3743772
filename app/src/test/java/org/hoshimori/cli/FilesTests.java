package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as people really have them, read and written. */
class FilesTests {

    private static final String PLAIN = "values:\n  reg_company: 株式会社\n  acc-9.3.p_lockout-threshold: ３\n";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("tailoring.yaml"), PLAIN);
    }

    private Ran lint(byte[] content) throws IOException {
        return Ran.hoshimori("regulation", "lint", Files.write(file, content));
    }

    private Ran render(Object... more) {
        return Ran.hoshimori(
                Stream.concat(Stream.of("regulation", "render", file, "--as", "md", "--draft"), Stream.of(more))
                        .toArray());
    }

    @Test
    void readsAFolderByteOrderMarkAndCarriageReturns() throws IOException {
        assertThat(Ran.hoshimori("regulation", "list", folder).out()).contains("ast-2.b");
        String marked =
                lint(("\uFEFF" + PLAIN).getBytes(StandardCharsets.UTF_8)).out();
        String returns = lint(PLAIN.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
                .out();
        assertThat(marked).isEqualTo(returns).doesNotContain("reg_company: 値");
    }

    @Test
    void takesFullWidthDigits() throws IOException {
        assertThat(lint(PLAIN.getBytes(StandardCharsets.UTF_8)).out()).doesNotContain("[wrong-type]");
    }

    @Test
    void saysWhereAFileIsNotUtf8() throws IOException {
        Ran refused = lint(PLAIN.getBytes(Charset.forName("Shift_JIS")));
        assertThat(refused.code()).isEqualTo(Exit.WRONG);
        assertThat(refused.err()).startsWith(file + ":2:16: ").contains("UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'values:\n  reg_company: a\u0001b', 2:17",
                "'values:\n  reg_company: [a', 2:1",
                "'values:\n  a: 1\n  a: 2', 3:3",
                "'values:\n  a: &x 1\n  b: *x', 2:6",
                "'value:\n  a: 1', 1:1",
                "'values: [1]', 1:9",
            })
    void refusesAFileInOneLineWithItsPlace(String text, String place) throws IOException {
        for (Lang lang : Lang.values()) {
            Files.writeString(file, text);
            Ran refused = Ran.hoshimoriIn(lang, "regulation", "lint", file);
            assertThat(refused.code()).isEqualTo(Exit.WRONG);
            assertThat(refused.err().lines()).hasSize(1);
            assertThat(refused.err()).startsWith(file + ":" + place);
        }
    }

    @Test
    void refusesDepthsWithoutExhaustingTheStack() throws IOException {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            deep.append(" ".repeat(i)).append("a:\n");
        }
        for (String text : new String[] {deep.toString(), "a: " + "[".repeat(10_000), "? ".repeat(10_000)}) {
            Ran refused = lint(text.getBytes(StandardCharsets.UTF_8));
            assertThat(refused.code()).isEqualTo(Exit.WRONG);
            assertThat(refused.err().lines()).hasSize(1);
        }
    }

    @Test
    void takesBracketsInWordsForWords() throws IOException {
        assertThat(lint(("values:\n  reg_company: \"" + "[".repeat(60) + "\"\n").getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo(Exit.FINDINGS);
    }

    @Test
    void refusesWhatIsTooLargeOrNotThere() throws IOException {
        assertThat(lint(new byte[17 * 1024 * 1024]).err()).contains("16MB");
        assertThat(Ran.hoshimori("regulation", "lint", folder.resolve("nowhere"))
                        .code())
                .isEqualTo(Exit.WRONG);
    }

    @Test
    void replacesAFileOnlyWhenTold() throws IOException {
        Path output = Files.writeString(folder.resolve("規程 案.md"), "old");
        assertThat(render("-o", output).code()).isEqualTo(Exit.WRONG);
        assertThat(output).hasContent("old");
        assertThat(render("-o", output, "--force").code()).isEqualTo(Exit.FINE);
        assertThat(Files.readString(output)).startsWith("# ");
    }

    @Test
    void neverWritesOverItsInput() {
        for (Path same : new Path[] {file, folder.resolve("../" + folder.getFileName() + "/tailoring.yaml")}) {
            Ran refused = render("-o", same, "--force");
            assertThat(refused.code()).isEqualTo(Exit.WRONG);
            assertThat(file).hasContent(PLAIN);
        }
    }

    @Test
    void neverReplacesAFolder() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(render("-o", empty, "--force").code()).isEqualTo(Exit.WRONG);
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void keepsALinkAndReplacesWhatItPointsTo() throws IOException {
        Path target = Files.writeString(folder.resolve("target.md"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.md"), target);
        assertThat(render("-o", link, "--force").code()).isEqualTo(Exit.FINE);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(target)).startsWith("# ");
    }

    @Test
    void writesToStandardOutputAndNothingElseThere() {
        Ran written = render("-o", "-");
        assertThat(written.code()).isEqualTo(Exit.FINE);
        assertThat(written.out()).startsWith("# ").doesNotContain("書きました");
    }

    @Test
    void leavesNothingHalfWritten() throws IOException {
        assertThat(render("-o", folder.resolve("no/such.md")).code()).isEqualTo(Exit.WRONG);
        assertThat(render("--logo", file, "-o", folder.resolve("x.md")).code()).isEqualTo(Exit.WRONG);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
