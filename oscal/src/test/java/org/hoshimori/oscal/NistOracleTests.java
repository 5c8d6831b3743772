package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NIST's own resolved results are the measure. */
class NistOracleTests {

    @Test
    void resolvesACutOfRev4LowAsNistDid() throws URISyntaxException {
        OscalCatalog nist = OscalReader.readCatalog(resource("rev4-cut_resolved.json"));
        ResolvedProfile ours = ProfileResolver.resolve(
                resource("rev4-cut_profile.json"),
                ResolveOptions.defaults().map(SharedData.REV4_XML, resource("rev4-cut_catalog.json")));

        assertThat(ours.catalog().groups()).isEqualTo(nist.groups());
        assertThat(ours.catalog().resources()).isEqualTo(nist.resources());
        assertThat(ours.warnings()).isEmpty();
    }

    private static Path resource(String name) throws URISyntaxException {
        URL url = Objects.requireNonNull(NistOracleTests.class.getResource(name));
        return Path.of(url.toURI());
    }

    @Test
    void resolvesRev4LowAsNistDid() {
        Path profile = SharedData.needed(SharedData.REV4_LOW);
        OscalCatalog nist = OscalReader.readCatalog(SharedData.REV4_LOW_RESOLVED);

        ResolvedProfile ours = ProfileResolver.resolve(profile, SharedData.rev4Options());

        assertThat(ours.catalog().groups()).isEqualTo(nist.groups());
        assertThat(ours.catalog().params()).isEqualTo(nist.params());
        assertThat(ours.catalog().controls()).isEqualTo(nist.controls());
        assertThat(ours.catalog().resources()).isEqualTo(nist.resources());
        assertThat(ours.catalog().metadata().title()).isEqualTo(nist.metadata().title());
        assertThat(ours.catalog().metadata().others()).isEqualTo(nist.metadata().others());
        assertThat(ours.catalog().metadata().props().getFirst().name()).isEqualTo("resolution-tool");
        assertThat(ours.catalog().metadata().links().getFirst().rel()).isEqualTo("source-profile");
        assertThat(ours.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOW", "PRIVACY"})
    void givesBackTheSameControlsWhenAppliedToItsOwnResult(String baseline) {
        Path profile = SharedData.needed(
                SharedData.NIST.resolve("NIST_SP-800-53_rev5_" + baseline + "-baseline_profile.json"));
        Path resolved =
                SharedData.NIST.resolve("NIST_SP-800-53_rev5_" + baseline + "-baseline-resolved-profile_catalog.json");
        OscalCatalog nist = OscalReader.readCatalog(resolved);

        ResolvedProfile ours = ProfileResolver.resolve(
                profile, ResolveOptions.defaults().map("#84cbf061-eb87-4ec1-8112-1f529232e907", resolved));

        assertThat(ours.catalog().groups()).isEqualTo(nist.groups());
        assertThat(ours.catalog().allControls()).hasSizeGreaterThan(90);
        assertThat(values(ours.catalog())).isEqualTo(values(nist));
        Set<String> kept = nist.resources().stream().map(Resource::uuid).collect(Collectors.toSet());
        assertThat(ours.catalog().resources()).extracting(Resource::uuid).isSubsetOf(kept);
    }

    private static Map<String, List<String>> values(OscalCatalog catalog) {
        return catalog.allParams().stream().collect(Collectors.toMap(Param::id, Param::values));
    }
}
