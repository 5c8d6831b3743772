package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.hoshimori.catalog.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The company of the demonstration has finished its regulations. */
class DemoTailoringTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("[○〇●△◇]|_{3,}|\\*{2,}");
    /** The checklist for suppliers asks for these marks in its heading. */
    private static final Pattern MARKS_TO_WRITE = Pattern.compile("（○、×）|\\(○, ×\\)");

    private static final Pattern TELEPHONE = Pattern.compile("\\b0\\d{1,3}-\\d{2,4}-\\d{4}\\b");
    private static final Pattern MAIL = Pattern.compile("[\\w.-]+@[\\w.-]+");

    @TempDir
    Path folder;

    private String text = "";
    private Path tailoring = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        try (InputStream resource = getClass().getResourceAsStream("/demo/tailoring.yaml")) {
            text = new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
        tailoring = Files.writeString(folder.resolve("tailoring.yaml"), text);
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void hasNeitherErrorNorWarningAndSpeaksBothLanguages(Lang lang) {
        Ran lint = Ran.hoshimoriIn(lang, "regulation", "lint", tailoring, "--format", "json");
        assertThat(lint.code()).isEqualTo(Exit.FINE);
        assertThat(lint.json().at("/findings").valueStream())
                .isNotEmpty()
                .allMatch(f -> f.at("/severity").asString().equals("info"))
                .extracting((JsonNode f) -> f.at("/rule").asString())
                .doesNotContain("one-language");
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void leavesNoPlaceholderInItsWords(Lang lang) throws IOException {
        Path html = folder.resolve("regulations.html");
        Ran render = Ran.hoshimoriIn(lang, "regulation", "render", tailoring, "--as", "html", "-o", html);
        assertThat(render.code()).isEqualTo(Exit.FINE);
        String page = Files.readString(html);
        assertThat(page).doesNotContain("<small class=\"tag foreign-tag\"");
        String words = page.replaceAll("(?s)<(style|script)\\b.*?</\\1>", "").replaceAll("<[^>]*>", " ");
        assertThat(words).contains(lang == Lang.JA ? "株式会社ほしかげ宇宙" : "Hoshikage Space Inc.");
        assertThat(MARKS_TO_WRITE.matcher(words).replaceAll("")).doesNotContainPattern(PLACEHOLDER);
    }

    @Test
    void namesNoTelephoneOrMailAddressThatCouldExist() {
        assertThat(TELEPHONE.matcher(text).results())
                .hasSizeGreaterThan(3)
                .allMatch(r -> r.group().matches("0\\d{1,2}-0000-\\d{4}"));
        assertThat(MAIL.matcher(text).results())
                .hasSizeGreaterThan(3)
                .allMatch(r -> r.group().endsWith("@hoshikage.example.jp"));
    }
}
