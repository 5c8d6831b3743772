package org.hoshimori.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hoshimori.catalog.Catalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the compiler, seen to bite on a small catalog that is whole until the test breaks it. */
class CatalogCompilerTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void wholeCatalog() throws IOException {
        write("00-common.yaml", """
                version: 1.0.0
                chapter: reg
                number: 0
                posts: [security-officer]
                groups: [all-employees]
                contents: []
                """);
        write("00-common.ja.md", "# reg 規程\n[@security-officer] 責任者\n[@all-employees] 従業員\n");
        write("00-common.en.md", "# reg Regulations\n[@security-officer] officer\n[@all-employees] employees\n");
        write("03-assets.yaml", """
                chapter: ast
                number: 3
                csf: [ID.AM]
                registers: [asset-register]
                contents:
                  - clause: ast-1
                    number: "1"
                    parameters:
                      - {id: ast-1_level, type: integer, unit: level, direction: at-most, sample: 2}
                    contents:
                      - {duty: ast-1, modality: must, actor: all-employees, act: enter, object: asset,
                         trigger: always, record: asset-register, mode: executed}
                      - table: ast-1_scale
                        columns: [{id: value, type: integer}, {id: label, type: text}]
                """);
        write("03-assets.ja.md", """
                # ast 情報資産
                [register:asset-register] 台帳
                # ast-1 管理
                [ast-1_level] 水準
                [ast-1] 水準{ast-1_level}以上を台帳に書く。
                [ast-1_scale] 基準
                | id | 値 | 名 |
                | --- | --- | --- |
                | a | 1 | 公開 |
                """);
        write("03-assets.en.md", """
                # ast Assets
                [register:asset-register] register
                # ast-1 Management
                [ast-1_level] level
                [ast-1] Level {ast-1_level} and above
                is entered.
                [ast-1_scale] scale
                | id | value | label |
                | --- | --- | --- |
                | a | 1 | public |
                """);
        write("12-csf.yaml", "functions: [ID]\ncategories: [ID.AM]\ncommon: []\nchapters: {ast: [ID.AM]}\n");
        write("12-csf.ja.md", "[csf.note] 仮訳\n[ID] 識別\n[ID.AM] 資産\n");
        write("12-csf.en.md", "[csf.note] note\n[ID] Identify\n[ID.AM] Assets\n");
        write("lint.yaml", """
                rules:
                  - {id: low, at: [ast-1_level], severity: warning, when: "ast-1_level < 2"}
                """);
        write("lint.ja.md", "[low] 低い\n[low:suggestion] 上げる\n");
        write("lint.en.md", "[low] low\n[low:suggestion] raise\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> problems() throws IOException {
        Problems problems = new Problems();
        CatalogCompiler.read(folder, problems);
        return problems.lines();
    }

    @Test
    void findsNothingWrongWithAWholeCatalog() throws IOException {
        assertThat(problems()).isEmpty();
    }

    @Test
    void joinsLinesWithoutABlankInJapaneseAndWithOneInEnglish() throws IOException {
        Catalog catalog = CatalogCompiler.read(folder, new Problems());
        assertThat(catalog.clauses()
                        .findFirst()
                        .orElseThrow()
                        .duties()
                        .getFirst()
                        .words()
                        .en())
                .isEqualTo("Level {ast-1_level} and above is entered.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "03-assets.yaml | actor: all-employees, | '' | ast-1 lacks actor",
                "03-assets.yaml | act: enter, | '' | ast-1 lacks act",
                "03-assets.yaml | modality: must, | '' | ast-1 lacks modality",
                "03-assets.yaml | mode: executed | mode: dreamt | unknown code dreamt",
                "03-assets.yaml | trigger: always, | '' | ast-1 lacks trigger or rhythm",
                "03-assets.yaml | record: asset-register | record: lost-register | unknown record lost-register",
                "03-assets.yaml | actor: all-employees | actor: nobody | unknown actor nobody",
                "03-assets.yaml | sample: 2 | sample: two | not a integer: two",
                "03-assets.yaml | clause: ast-1 | clause: xyz-1 | does not begin with its chapter's mnemonic",
                "03-assets.ja.md | {ast-1_level} | {ast-1_levle} | inserts the unknown parameter ast-1_levle",
                "03-assets.ja.md | {ast-1_level} | [[ast-9]] | links to the unknown clause ast-9",
                "03-assets.ja.md | {ast-1_level} | {@king} | names the unknown post king",
                "03-assets.ja.md | {ast-1_level} | {ast-1_level | an insertion is not closed",
                "03-assets.en.md | [ast-1_level] level | '' | lacks words for ast-1_level",
                "03-assets.en.md | # ast-1 Management | # ast-2 Other | a title for an id that the structure does not name: ast-2",
                "03-assets.en.md | '| a | 1 | public |' | '| b | 1 | public |' | rows differ between the languages",
                "03-assets.en.md | '| a | 1 | public |' | '| a | 2 | public |' | 1 is not 2",
                "03-assets.en.md | '| a | 1 | public |' | '| a | 1 |' | has not 3 cells",
                "lint.yaml | ast-1_level < 2 | ast-1_level << 2 | not understood",
                "lint.yaml | at: [ast-1_level] | at: [ast-7] | is at the unknown ast-7",
                "lint.yaml | severity: warning | severity: bad | unknown severity bad",
                "12-csf.yaml | {ast: [ID.AM]} | {ast: [ID.RA]} | is not [ID.RA]",
            })
    void namesWhatIsNotWhole(String file, String from, String to, String expected) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        write(file, text.replace(from, to));
        assertThat(problems()).anyMatch(p -> p.contains(expected));
    }

    @Test
    void writesNothingUnlessTheCatalogIsWhole(@TempDir Path out) throws IOException {
        write("lint.ja.md", "");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = CatalogCompiler.run(
                List.of(
                        folder.toString(),
                        out.resolve("r").toString(),
                        out.resolve("s").toString()),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("lint.ja.md: lacks words for low");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void namesClashingConstantsWithTheirSection() throws IOException {
        String more = Files.readString(folder.resolve("03-assets.yaml")) + """
                  - clause: ast-2
                    number: "2"
                    parameters:
                      - {id: ast-2_level, type: integer, sample: 1}
                """;
        write("03-assets.yaml", more);
        for (String lang : List.of("ja", "en")) {
            Path file = folder.resolve("03-assets." + lang + ".md");
            Files.writeString(file, Files.readString(file) + "\n# ast-2 x\n[ast-2_level] y\n");
        }
        String source = ParameterClasses.write(CatalogCompiler.read(folder, new Problems()))
                .get("AstParameters");
        assertThat(source).contains(" LEVEL_1 ", " LEVEL_2 ");
    }
}
