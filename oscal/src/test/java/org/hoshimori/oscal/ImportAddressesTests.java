package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The many ways in which a profile, or who maps a file to an address, may write it. */
class ImportAddressesTests extends ImportFolder {

    private static final String UUID = "77777777-7777-4777-8777-777777777777";

    private static Resource resource(Resource.Base64 carried, Resource.ResourceLink... links) {
        return new Resource(UUID, "r", null, List.of(), List.of(links), carried, null, Map.of());
    }

    private static Resource.ResourceLink link(String href, String mediaType) {
        return new Resource.ResourceLink(href, mediaType, Map.of());
    }

    @Test
    void passesOverPagesAboutTheCatalog() throws IOException {
        Files.writeString(folder.resolve("about.html"), "<html><body>about</body></html>");
        Files.writeString(folder.resolve("about"), "it is: [about");
        Resource several = resource(
                new Resource.Base64("c.pdf", "application/pdf", "JVBERi0="),
                link("about.html", "text/html"),
                link("about", null),
                link("my%20catalog.xml", "application/oscal.catalog+xml"));

        assertThat(ProfileResolver.resolve(profile("p.json", "#" + UUID, several), ResolveOptions.defaults())
                        .catalog()
                        .allControls())
                .hasSize(3);
    }

    @Test
    void tellsWhenTheCatalogItselfIsBroken() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{\"catalog\": ");
        Resource several = resource(
                null, link("broken.json", "application/oscal.catalog+json"), link("my%20catalog.xml", "text/xml"));
        OscalFormatException e = refused(profile("p.json", "#" + UUID, several), ResolveOptions.defaults());

        assertThat(e.file()).endsWith("broken.json");
    }

    @Test
    void namesEveryAddressWhenNoneCanBeOpened() throws IOException {
        Resource several = resource(null, link("gone.json", null), link("https://example.org/c.xml", null));
        OscalFormatException e = refused(profile("p.json", "#" + UUID, several), ResolveOptions.defaults());

        assertThat(e.code()).isEqualTo("oscal.import.none-usable");
        assertThat(e.message(Locale.ENGLISH))
                .contains("gone.json, https://example.org/c.xml", "--map " + UUID + "=FILE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a%20b/\u76EE\u9332.json",
                "https://EXAMPLE.org/a b/\u76EE\u9332.json",
                "https://example.org/a%20b/%E7%9B%AE%E9%8C%B2.json",
                UUID,
                "#" + UUID
            })
    void takesAMappedAddressHoweverItIsWritten(String key) throws IOException {
        Resource web = resource(null, link("https://example.org/a%20b/\u76EE\u9332.json", "application/json"));

        assertThat(ProfileResolver.resolve(
                                profile("p.json", "#" + UUID, web),
                                ResolveOptions.defaults().map(key, secret))
                        .catalog()
                        .allControls())
                .hasSize(3);
    }

    @Test
    void takesAMappedFileByItsPathOrAddress() throws IOException {
        Path far = temp.resolve("far/away.json");
        Path file = profile("p.json", "../../far/away.json");
        for (String key : List.of(far.toString(), far.toUri().toString(), "../../far/./away.json")) {
            assertThat(ProfileResolver.resolve(file, ResolveOptions.defaults().map(key, secret))
                            .catalog()
                            .allControls())
                    .as(key)
                    .hasSize(3);
        }
        assertThat(refused(file, ResolveOptions.defaults().map("away.json", secret))
                        .code())
                .isEqualTo("oscal.import.outside");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u7BA1\u7406 100%.json",
                "\u7BA1\u7406 100%25.json",
                "%E7%AE%A1%E7%90%86%20100%25.json",
                "file:\u7BA1\u7406%20100%25.json",
                "\u30D5\u309A.json",
                "\u30D7.json",
                "a%20b.json"
            })
    void opensNamesToTheLetterToo(String href) throws IOException {
        Files.copy(secret, folder.resolve("\u7BA1\u7406 100%.json"));
        Files.copy(secret, folder.resolve(href.equals("\u30D7.json") ? "\u30D5\u309A.json" : "\u30D7.json"));
        Files.copy(secret, folder.resolve("a%20b.json"));

        assertThat(ProfileResolver.resolve(profile("p.json", href), ResolveOptions.defaults())
                        .catalog()
                        .allControls())
                .hasSize(3);
    }

    @Test
    void takesNoFolderForAFile() throws IOException {
        Files.createDirectory(folder.resolve("catalogs"));
        OscalFormatException e = refused(profile("p.json", "catalogs"), ResolveOptions.defaults());

        assertThat(e.code()).isEqualTo("oscal.import.missing");
        assertThat(e.file()).endsWith("p.json");
    }
}
