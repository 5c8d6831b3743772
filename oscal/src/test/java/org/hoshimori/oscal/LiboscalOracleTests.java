package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.secauto.metaschema.databind.io.Format;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Our results beside those of NIST's Java library on generated catalogs and profiles. */
class LiboscalOracleTests {

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({"1,true", "2,true", "3,false", "4,false", "5,true", "6,false"})
    void selectsAndSetsTheSame(int seed, boolean asIs) throws Exception {
        OscalCatalog catalog = Synthetic.catalog(60, seed);
        OscalWriter.write(catalog, OscalFormat.JSON, temp.resolve("catalog.json"));
        Profile profile = Synthetic.profile(catalog, seed, new Merge(null, asIs ? true : null, !asIs, null));

        compare(profile, asIs);
    }

    @ParameterizedTest
    @CsvSource({"g0-*,no,true", "g?-1*,yes,true", "*-2,yes,false", "*,no,false", "g1-?,yes,false"})
    void matchesPatternsTheSame(String pattern, String children, boolean asIs) throws Exception {
        OscalWriter.write(Synthetic.catalog(60, 7), OscalFormat.JSON, temp.resolve("catalog.json"));
        Import directive = new Import(
                "catalog.json",
                false,
                List.of(new Import.Selection(children.equals("yes"), List.of("g0-3"), List.of(pattern))),
                List.of(new Import.Selection(false, List.of("g0-2"), List.of("*-5*"))));
        Profile profile = Profile.of(
                NameUuid.of(pattern), Metadata.of("P", Synthetic.DATE, "1"), List.of(directive), List.of(), List.of());
        compare(
                new Profile(
                        profile.uuid(),
                        profile.metadata(),
                        profile.imports(),
                        new Merge(null, asIs ? true : null, !asIs, null),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of()),
                asIs);
    }

    private void compare(Profile profile, boolean asIs) throws Exception {
        Path file = temp.resolve("profile.json");
        OscalWriter.write(profile, OscalFormat.JSON, file);
        OscalCatalog theirs = LiboscalOracle.resolved(file);
        OscalCatalog ours =
                ProfileResolver.resolve(file, ResolveOptions.defaults()).catalog();

        Map<String, Control> byId = new HashMap<>();
        ours.allControls().forEach(c -> byId.put(c.id(), c));
        Set<String> theirIds = new HashSet<>();
        theirs.allControls().forEach(c -> theirIds.add(c.id()));
        Set<String> onlyOurs = new HashSet<>(byId.keySet());
        onlyOurs.removeAll(theirIds);

        assertThat(byId.keySet()).containsAll(theirIds);
        // As NIST's published results do, we keep the parent of a control in place; the library lifts the control.
        assertThat(onlyOurs)
                .allSatisfy(id -> assertThat(byId.get(id).controls()).isNotEmpty());
        if (!asIs) {
            assertThat(onlyOurs).isEmpty();
        }
        for (Control their : theirs.allControls()) {
            Control our = byId.get(their.id());
            assertThat(our).isNotNull();
            assertThat(our.props()).isEqualTo(their.props());
            assertThat(our.parts()).isEqualTo(their.parts());
            assertThat(our.links()).isEqualTo(their.links());
            for (Param param : their.params()) {
                assertThat(our.params()).contains(param);
            }
        }
        assertThat(ours.resources()).containsExactlyInAnyOrderElementsOf(theirs.resources());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theLibraryReadsWhatWeWrite(Format format) throws Exception {
        OscalCatalog catalog = Synthetic.catalog(40, 11);
        Path file = temp.resolve("catalog." + format.name().toLowerCase(Locale.ROOT));
        OscalWriter.write(catalog, OscalFormat.valueOf(format.name()), file);

        assertThat(LiboscalOracle.reread(file, Format.JSON)).isEqualTo(catalog);
    }

    @Test
    void readsTheLibrarysXmlAsItMeantIt() throws Exception {
        OscalCatalog catalog = Synthetic.catalog(40, 12);
        Path file = temp.resolve("catalog.json");
        OscalWriter.write(catalog, OscalFormat.JSON, file);

        assertThat(LiboscalOracle.reread(file, Format.XML)).isEqualTo(catalog);
    }

    @Test
    void readsPublishedXmlAsTheLibraryDoes() throws Exception {
        for (String name : List.of("NIST_CSF_v2.0_catalog.xml", "NIST_SP800-171_rev3_catalog.xml")) {
            Path file = SharedData.needed(SharedData.NIST.resolve(name));
            OscalCatalog ours = OscalReader.readCatalog(file);
            OscalCatalog theirs = LiboscalOracle.reread(file, Format.JSON);

            assertThat(ours.allControls()).hasSameSizeAs(theirs.allControls());
            assertThat(ours.allParams())
                    .extracting(Param::id)
                    .isEqualTo(theirs.allParams().stream().map(Param::id).toList());
            assertThat(ours.allControls())
                    .extracting(Control::links)
                    .isEqualTo(theirs.allControls().stream().map(Control::links).toList());
        }
    }
}
