package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportSourcesTests extends ImportFolder {

    private static final String UUID = "77777777-7777-4777-8777-777777777777";

    @Test
    void opensNeighboursWithBlanksInTheirName() throws IOException {
        ResolvedProfile resolved =
                ProfileResolver.resolve(profile("p.json", "my%20catalog.xml"), ResolveOptions.defaults());
        assertThat(resolved.catalog().allControls()).hasSize(3);
        assertThat(resolved.catalog().metadata().links().getFirst().href()).isEqualTo("p.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../secret.json",
                "..%2F..%2fsecret.json",
                "./x/../../../secret.json",
                "../catalog.yaml",
                "link.json",
                "linked/secret.json"
            })
    void refusesImportOutsideTheFolder(String href) throws IOException {
        Files.createSymbolicLink(folder.resolve("link.json"), secret);
        Files.createSymbolicLink(folder.resolve("linked"), temp);
        OscalFormatException e = refused(profile("p.json", href), ResolveOptions.defaults());

        assertThat(e.code()).isEqualTo("oscal.import.outside");
        assertThat(e.file()).endsWith("p.json");
        assertThat(e.line()).isGreaterThan(1);
    }

    @Test
    void refusesAbsolutePathsOutsideAndAllowsThemInside() throws IOException {
        assertThat(refused(profile("p.json", secret.toString()), ResolveOptions.defaults())
                        .code())
                .isEqualTo("oscal.import.outside");
        assertThat(refused(profile("p.json", secret.toUri().toString()), ResolveOptions.defaults())
                        .code())
                .isEqualTo("oscal.import.outside");
        assertThat(ProfileResolver.resolve(
                                profile("p.json", secret.toUri().toString()),
                                ResolveOptions.defaults().root(temp))
                        .catalog()
                        .allControls())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/catalog.json",
                "//example.org/catalog.json",
                "jar:file:/x.jar!/y",
                "ftp://x/y",
                "FILE:///etc/passwd"
            })
    void fetchesNothing(String href) throws IOException {
        assertThat(refused(profile("p.json", href), ResolveOptions.defaults()).code())
                .isEqualTo("oscal.import.not-mapped");
        assertThat(ProfileResolver.resolve(
                                profile("p.json", href),
                                ResolveOptions.defaults().map(href, secret))
                        .catalog()
                        .allControls())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?x", "%zz", "a\u0000b", "file://host/x y", "%00"})
    void refusesBrokenAddresses(String href) throws IOException {
        assertThat(refused(profile("p.json", href), ResolveOptions.defaults()).code())
                .isIn("oscal.import.bad-href", "oscal.import.missing");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(refused(profile("p.json", "none.json"), ResolveOptions.defaults())
                        .code())
                .isEqualTo("oscal.import.missing");
        assertThat(refused(profile("p.json", "#" + UUID), ResolveOptions.defaults())
                        .code())
                .isEqualTo("oscal.import.no-resource");
        Resource empty = new Resource(UUID, "r", null, List.of(), List.of(), null, null, Map.of());
        assertThat(refused(profile("p.json", "#" + UUID, empty), ResolveOptions.defaults())
                        .code())
                .isEqualTo("oscal.import.no-address");
        assertThat(refused(folder.resolve("nothing.json"), ResolveOptions.defaults())
                        .code())
                .isEqualTo("oscal.no-file");
        assertThat(refused(folder, ResolveOptions.defaults()).code()).isEqualTo("oscal.no-file");
    }

    @Test
    void takesTheFirstResourceLinkThatIsThere() throws IOException {
        Resource resource = new Resource(
                UUID,
                "r",
                null,
                List.of(),
                List.of(
                        new Resource.ResourceLink("https://example.org/c.json", null, Map.of()),
                        new Resource.ResourceLink("gone.xml", null, Map.of()),
                        new Resource.ResourceLink("my%20catalog.xml", null, Map.of())),
                null,
                null,
                Map.of());
        assertThat(ProfileResolver.resolve(profile("p.json", "#" + UUID, resource), ResolveOptions.defaults())
                        .catalog()
                        .allControls())
                .hasSize(3);
    }

    @Test
    void readsWhatTheProfileCarriesAlong() throws IOException {
        String content = Base64.getMimeEncoder().encodeToString(Files.readAllBytes(secret));
        Resource resource = new Resource(
                UUID, "r", null, List.of(), List.of(), new Resource.Base64("c.json", null, content), null, Map.of());
        assertThat(ProfileResolver.resolve(profile("p.json", "#" + UUID, resource), ResolveOptions.defaults())
                        .catalog()
                        .allControls())
                .hasSize(3);

        Resource broken = new Resource(
                UUID, "r", null, List.of(), List.of(), new Resource.Base64(null, null, "%%%="), null, Map.of());
        assertThat(refused(profile("p.json", "#" + UUID, broken), ResolveOptions.defaults()))
                .isNotNull();
    }

    @Test
    void findsCycles() throws IOException {
        profile("b.json", "c.json");
        profile("c.json", "a.json");
        OscalFormatException e = refused(profile("a.json", "./b.json"), ResolveOptions.defaults());

        assertThat(e.code()).isEqualTo("oscal.import.cycle");
        assertThat(e.arguments()).containsExactly("a.json → b.json → c.json → a.json");
        assertThat(e.file()).endsWith("c.json");
    }

    @Test
    void boundsChains() throws IOException {
        for (int i = 0; i < 80; i++) {
            profile("p" + i + ".json", "p" + (i + 1) + ".json");
        }
        assertThat(refused(folder.resolve("p0.json"), ResolveOptions.defaults()).code())
                .isEqualTo("oscal.import.too-deep");
    }
}
