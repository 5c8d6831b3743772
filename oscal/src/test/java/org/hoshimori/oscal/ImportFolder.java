package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of profiles with a catalog beside them, and a catalog above that nobody may reach. */
abstract class ImportFolder {

    @TempDir
    Path temp;

    Path folder;
    Path secret;

    @BeforeEach
    void writesCatalogs() throws IOException {
        folder = Files.createDirectories(temp.resolve("work/profiles"));
        secret = temp.resolve("secret.json");
        OscalCatalog catalog = Synthetic.catalog(3, 1);
        OscalWriter.write(catalog, OscalFormat.JSON, secret);
        OscalWriter.write(catalog, OscalFormat.YAML, temp.resolve("work/catalog.yaml"));
        OscalWriter.write(catalog, OscalFormat.XML, folder.resolve("my catalog.xml"));
    }

    Path profile(String name, String href, Resource... resources) throws IOException {
        Path file = folder.resolve(name);
        Profile profile = new Profile(
                NameUuid.of(name),
                Metadata.of(name, Synthetic.DATE, "1"),
                List.of(Import.all(href)),
                Merge.asCatalogsAre(),
                List.of(),
                List.of(),
                List.of(resources),
                Map.of());
        OscalWriter.write(profile, OscalFormat.JSON, file);
        return file;
    }

    static OscalFormatException refused(Path file, ResolveOptions options) {
        OscalFormatException e =
                catchThrowableOfType(OscalFormatException.class, () -> ProfileResolver.resolve(file, options));
        assertThat(e).isNotNull();
        assertThat(e.message(Locale.JAPANESE)).doesNotContain("\n").isNotEqualTo(e.message(Locale.ENGLISH));
        return e;
    }
}
