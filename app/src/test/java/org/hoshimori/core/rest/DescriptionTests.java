package org.hoshimori.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.tokens.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@ApplicationTest
class DescriptionTests {

    /** The document of which clients are generated, here and elsewhere. */
    private static final Path KEPT = Path.of("../docs/openapi.json");

    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\"\\s*:\\s*\"#/components/(\\w+)/(\\w+)\"");
    private static final JsonMapper PRETTY = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.defaults())
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final MockMvcTester pages;
    private final TestTokens tokens;
    private final Description description;
    private final Resources resources;

    DescriptionTests(
            @Autowired MockMvcTester pages,
            @Autowired TestTokens tokens,
            @Autowired Description description,
            @Autowired Resources resources) {
        this.pages = pages;
        this.tokens = tokens;
        this.description = description;
        this.resources = resources;
    }

    private Program program() {
        return new Program(pages, tokens.of(List.of(), "organization:read"));
    }

    @Test
    void isTheOneThatIsKept() throws IOException {
        String served = PRETTY.writeValueAsString(description.document(Locale.ENGLISH)) + "\n";
        if (Boolean.getBoolean("hoshimori.renew")) {
            Files.writeString(KEPT, served);
        }
        assertThat(Files.readString(KEPT)).as("run with -Dhoshimori.renew=true").isEqualTo(served);
    }

    @Test
    void isServedInBothLanguages() {
        MvcTestResult ja = program().get("/api/v1/openapi.json");
        assertThat(ja).hasStatusOk().hasContentType("application/json");
        JsonNode document = Program.json(ja);
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.at("/paths/~1people/get/summary").asString()).containsPattern("[ぁ-んァ-ヶ一-龠]");
    }

    @Test
    void describesEveryOperationOnce() {
        JsonNode paths = Program.json(program().get("/api/v1/openapi.json")).get("paths");
        Set<String> ids = new HashSet<>();
        int[] number = {0};
        paths.forEach(path -> path.properties().forEach(operation -> {
            if (operation.getValue().has("operationId")) {
                number[0]++;
                ids.add(operation.getValue().get("operationId").asString());
            }
        }));
        // The posture is no resource.
        int declared = 1;
        for (Resource<?> r : resources.all()) {
            declared += 2 + r.acts().size();
        }
        assertThat(number[0]).isEqualTo(declared);
        assertThat(ids).hasSize(declared);
    }

    @Test
    void refersToNothingThatIsNotThere() {
        MvcTestResult answer = program().get("/api/v1/openapi.json");
        String text = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        JsonNode components = Program.json(answer).get("components");
        Matcher references = REFERENCE.matcher(text);
        int found = 0;
        while (references.find()) {
            found++;
            assertThat(components.path(references.group(1)).has(references.group(2)))
                    .as(references.group())
                    .isTrue();
        }
        assertThat(found).isGreaterThan(50);
    }

    @Test
    void saysOfAFormOnceWhatItHolds() {
        for (Resource<?> r : resources.all()) {
            for (Act<?> act : r.acts()) {
                for (Resource<?> other : resources.all()) {
                    for (Act<?> same : other.acts()) {
                        if (same.form().getSimpleName().equals(act.form().getSimpleName())) {
                            assertThat(Members.sent(same)).isEqualTo(Members.sent(act));
                        }
                    }
                }
            }
        }
    }
}
