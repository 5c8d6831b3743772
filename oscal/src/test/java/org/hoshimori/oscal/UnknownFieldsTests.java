package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnknownFieldsTests {

    private static final String PROFILE = """
            {"profile": {
              "uuid": "44444444-4444-4444-8444-444444444444", "novelty": {"a": 1},
              "metadata": {"title": "T", "last-modified": "2026-11-24T00:00:00Z", "version": "1",
                "oscal-version": "9.0.0", "mood": "good"},
              "imports": [{"href": "catalog.json", "include-all": {}, "since": "2030"}],
              "merge": {"custom": {"groups": [{"title": "G", "colour": "red",
                "insert-controls": [{"order": "keep", "include-all": {}, "limit": "3"}]}]}},
              "modify": {"set-parameters": [{"param-id": "g0-1_prm_1", "values": ["v"], "until": "2031"}],
                "alters": [{"control-id": "g0-1", "adds": [{"props": [{"name": "a", "value": "b"}],
                  "parts": [{"name": "note", "voice": "low"}]}],
                  "removes": [{"by-name": "label", "by-mood": "bad"}]}]}}}
            """;

    @TempDir
    Path temp;

    @Test
    void saysWhichDirectivesItFollowsOnlyInPart() throws Exception {
        OscalWriter.write(Synthetic.catalog(3, 1), OscalFormat.JSON, temp.resolve("catalog.json"));
        Path file = Files.writeString(temp.resolve("p.json"), PROFILE);
        ResolvedProfile resolved = ProfileResolver.resolve(file, ResolveOptions.defaults());

        assertThat(resolved.warnings())
                .extracting(w -> w.line() + " " + String.join(".", w.arguments()))
                .containsExactly(
                        "5 import.since", "7 insert-controls.limit", "8 set-parameter.until", "11 remove.by-mood");
        assertThat(resolved.warnings().getFirst().message(Locale.ENGLISH))
                .startsWith(file + ":5: import")
                .contains("\"since\"")
                .isNotEqualTo(resolved.warnings().getFirst().message(Locale.JAPANESE));
        assertThat(resolved.catalog().groups().getFirst().extra()).containsEntry("colour", "red");
    }

    @ParameterizedTest
    @EnumSource(OscalFormat.class)
    void findsNoneInWhatWeWrite(OscalFormat format) throws Exception {
        OscalCatalog catalog = Synthetic.catalog(10, 2);
        Path file = temp.resolve("p");
        OscalWriter.write(Synthetic.profile(catalog, 2, Merge.asCatalogsAre()), format, file);

        assertThat(OscalReader.load("p", Files.readAllBytes(file)).unknown()).isEmpty();
    }

    @Test
    void seesNewElementsOfXmlToo() {
        String xml = "<profile xmlns=\"" + XmlCursor.NAMESPACE + "\" uuid=\"u\"><metadata><title>T</title>"
                + "<last-modified>x</last-modified><version>1</version><oscal-version>9</oscal-version></metadata>\n"
                + "<import href=\"c\" since=\"2030\"><include-all/><but-not id=\"x\"/></import></profile>";

        assertThat(OscalReader.load("p", xml.getBytes(StandardCharsets.UTF_8)).unknown())
                .extracting(ResolutionWarning::arguments)
                .containsExactly(List.of("import", "since"), List.of("import", "but-not"));
    }
}
