package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.cli.Formats.documented;
import static org.hoshimori.cli.Formats.fields;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReadWordCommandTests {

    @TempDir
    Path folder;

    private Path word;

    @BeforeEach
    void aTextOfOurOwnMaking() throws IOException {
        Path tailoring = folder.resolve("ours.yaml");
        Files.writeString(tailoring, "values:\n  acc-9.3.g_min-length: 12\n  org-1.c_meeting-rhythm: P1M\n");
        word = folder.resolve("規程.docx");
        assertThat(Ran.hoshimori("regulation", "render", tailoring, "--as", "docx", "-o", word)
                        .code())
                .isLessThanOrEqualTo(Exit.FINDINGS);
    }

    @Test
    void tellsWhatTheTextHas() {
        Ran read = Ran.hoshimori("regulation", "read-word", word);
        assertThat(read.code()).isEqualTo(Exit.FINDINGS);
        assertThat(read.out()).contains("= acc-9.3.g_min-length: 12", "= org-1.c_meeting-rhythm: P1M", "見当たらない条文 0");
    }

    @Test
    void writesATailoringWithWhatIsSure() throws IOException {
        Path output = folder.resolve("tailoring.yaml");
        assertThat(Ran.hoshimori("regulation", "read-word", word, "-o", output, "--quiet")
                        .code())
                .isEqualTo(Exit.FINDINGS);
        assertThat(Files.readString(output))
                .contains("\n  acc-9.3.g_min-length: 12", "\n  org-1.c_meeting-rhythm: P1M");
        Ran diff = Ran.hoshimori("regulation", "diff", folder.resolve("ours.yaml"), output);
        assertThat(diff.out()).doesNotContain("acc-9.3.g_min-length");
    }

    @Test
    void printsTheJsonThatIsPromised() throws IOException {
        JsonNode json = Ran.hoshimori("regulation", "read-word", word, "--format", "json")
                .json();
        assertThat(fields(json)).isSubsetOf(documented("regulation read-word FILE --format json"));
        assertThat(fields(json.get("found").get(0))).isSubsetOf(documented("regulation read-word FILE --format json"));
    }

    @Test
    void refusesWhatIsNoWordFile() throws IOException {
        for (String content : List.of("%PDF-1.7", "")) {
            Path other = folder.resolve("other.docx");
            Files.write(other, content.getBytes(StandardCharsets.UTF_8));
            Ran refused = Ran.hoshimori("regulation", "read-word", other);
            assertThat(refused.code()).isEqualTo(Exit.WRONG);
            assertThat(refused.err()).contains("Word（.docx）のファイルではありません");
        }
    }
}
