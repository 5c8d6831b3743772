package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OscalValidationTests {

    @TempDir
    Path temp;

    private Path written(OscalDocument document, OscalFormat format) throws IOException {
        Path file = temp.resolve("document." + format.name().toLowerCase(Locale.ROOT));
        OscalWriter.write(document, format, file);
        return file;
    }

    private static List<OscalFinding> errors(Path file) {
        return OscalValidation.validate(file).stream()
                .filter(f -> f.level() == OscalFinding.Level.ERROR)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(OscalFormat.class)
    void whatWeWriteAndResolveIsValid(OscalFormat format) throws IOException {
        OscalCatalog catalog = Synthetic.catalog(30, 21);
        assertThat(errors(written(catalog, format))).isEmpty();

        OscalWriter.write(catalog, OscalFormat.JSON, temp.resolve("catalog.json"));
        Profile profile = Synthetic.profile(catalog, 21, Merge.asCatalogsAre());
        Path file = written(profile, format);
        assertThat(errors(file)).isEmpty();

        OscalCatalog resolved =
                ProfileResolver.resolve(file, ResolveOptions.defaults()).catalog();
        assertThat(errors(written(resolved, format))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(OscalFormat.class)
    void checksFilesInAnyEncodingOfUnicode(OscalFormat format) throws IOException {
        Path file = written(Synthetic.catalog(3, 23), format);
        String text = Files.readString(file);
        Files.writeString(file, "\uFEFF" + text);
        assertThat(errors(file)).isEmpty();
        Files.writeString(file, text.replace("UTF-8", "UTF-16"), StandardCharsets.UTF_16);
        assertThat(errors(file)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(OscalFormat.class)
    void findsWhatBreaksTheSchemaAndWhere(OscalFormat format) throws IOException {
        Path file = written(Synthetic.catalog(3, 22), format);
        String text = Files.readString(file).replaceFirst("g0-1\\b", "not a token");
        Files.writeString(file, text);
        int line = (int) text.substring(0, text.indexOf("not a token")).lines().count();

        List<OscalFinding> errors = errors(file);
        assertThat(errors).isNotEmpty();
        assertThat(errors).anySatisfy(f -> {
            assertThat(f.line()).isEqualTo(line);
            assertThat(f.text(Locale.ENGLISH))
                    .startsWith(file + ":" + line)
                    .contains("error")
                    .doesNotContain("\n");
            assertThat(f.text(Locale.JAPANESE)).contains(": 誤り: ");
        });
    }

    @Test
    void findsWhatBreaksAConstraint() throws IOException {
        Control control = Control.of("a-1", "A");
        OscalCatalog twice = OscalCatalog.of(
                NameUuid.of("x"),
                Metadata.of("T", Synthetic.DATE, "1"),
                List.of(Group.of("g", "G", List.of(control, control))),
                List.of());
        assertThat(errors(written(twice, OscalFormat.JSON)))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.message()).isNotBlank());
    }

    @Test
    void judgesAProfileWithoutTheCatalogThatItImports() throws IOException {
        OscalCatalog catalog = Synthetic.catalog(5, 24);
        Path file = written(Synthetic.profile(catalog, 24, Merge.asCatalogsAre()), OscalFormat.JSON);
        assertThat(OscalValidation.validate(file)).singleElement().satisfies(f -> {
            assertThat(f.level()).isEqualTo(OscalFinding.Level.WARNING);
            assertThat(f.message()).contains("catalog.json", "could not be judged");
        });

        OscalWriter.write(Synthetic.catalog(1, 25), OscalFormat.JSON, temp.resolve("catalog.json"));
        assertThat(errors(file))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.message()).contains("not found"));
    }

    @Test
    void refusesWhatIsNoOscal() throws IOException {
        Path file = Files.writeString(temp.resolve("x.json"), "{\"a\": 1}");
        assertThatThrownBy(() -> OscalValidation.validate(file)).isInstanceOf(OscalFormatException.class);
        Path entities = Files.writeString(
                temp.resolve("x.xml"),
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><catalog xmlns=\"" + XmlCursor.NAMESPACE
                        + "\">&e;</catalog>",
                StandardCharsets.UTF_8);
        assertThatThrownBy(() -> OscalValidation.validate(entities))
                .isInstanceOf(OscalFormatException.class)
                .hasMessageContaining("refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ap", "ar", "catalog", "component-definition", "poam", "ssp"})
    void checksEveryKindOfPublishedExample(String kind) throws IOException {
        Path folder = SharedData.needed(SharedData.EXAMPLES).resolve(kind).resolve("json");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> !f.toString().contains("-min")).sorted().toList()) {
                assertThat(OscalValidation.validate(file))
                        .as(file.toString())
                        .allSatisfy(f -> assertThat(f.message()).doesNotContain("could not be checked"));
            }
        }
    }
}
