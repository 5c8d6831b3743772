package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.regulation.Samples.tailored;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Lang;
import org.hoshimori.oscal.Control;
import org.hoshimori.oscal.OscalCatalog;
import org.hoshimori.oscal.OscalFinding;
import org.hoshimori.oscal.OscalFormat;
import org.hoshimori.oscal.OscalReader;
import org.hoshimori.oscal.OscalValidation;
import org.hoshimori.oscal.OscalWriter;
import org.hoshimori.oscal.Param;
import org.hoshimori.oscal.Profile;
import org.hoshimori.oscal.ProfileResolver;
import org.hoshimori.oscal.ResolveOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OscalTests {

    private static final String NOW = "2026-11-24T00:00:00Z";
    private static final String TAILORING = """
            values:
              reg_company: 星社
              acc-9.3.p_lockout-duration: PT12H
              itu-5.1_private-use: forbid
              acc-3_approver: [security-officer]
              acc-9.3.p_character-classes: [upper, digit]
            excluded:
              - {clause: phy-4, reason: 該当なし}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Lang.class)
    void writesACatalogThatValidates(Lang lang) throws Exception {
        Path file = folder.resolve("catalog.json");
        OscalWriter.write(OscalCatalogs.resolved(tailored(""), lang, NOW), OscalFormat.JSON, file);
        assertThat(OscalValidation.validate(file))
                .filteredOn(f -> f.level() == OscalFinding.Level.ERROR)
                .isEmpty();
    }

    @Test
    void givesBothLanguagesTheSameControlsAndParameters() {
        OscalCatalog ja = OscalCatalogs.resolved(tailored(""), Lang.JA, NOW);
        OscalCatalog en = OscalCatalogs.resolved(tailored(""), Lang.EN, NOW);
        assertThat(ids(ja)).isEqualTo(ids(en)).contains("ast-2.b", "inc-4.b").hasSizeGreaterThan(200);
        assertThat(ja.allParams().stream().map(Param::id))
                .isEqualTo(en.allParams().stream().map(Param::id).toList());
    }

    @ParameterizedTest
    @EnumSource(OscalFormat.class)
    void resolvesItsProfileOverTheCatalogToTheRegulationsClausesAndValues(OscalFormat format) throws Exception {
        Regulation regulation = tailored(TAILORING);
        String name = "hoshimori-catalog.ja." + format.name().toLowerCase(java.util.Locale.ROOT);
        OscalWriter.write(OscalCatalogs.resolved(tailored(""), Lang.JA, NOW), format, folder.resolve(name));
        Path profile = folder.resolve("profile");
        Files.write(profile, OscalWriter.write(OscalProfiles.profile(regulation, Lang.JA, name, NOW), format));
        OscalCatalog resolved =
                ProfileResolver.resolve(profile, ResolveOptions.defaults()).catalog();
        assertThat(ids(resolved)).doesNotContain("phy-4", "itu-5.2", "tel-2.2").contains("itu-5.1", "phy-3.a");
        assertThat(value(resolved, "acc-9.3.p_lockout-duration")).containsExactly("12時間");
        assertThat(value(resolved, "reg_company")).isEmpty();
    }

    @Test
    void comesBackFromItsProfileAsTheSameRegulation() {
        Regulation regulation = tailored(TAILORING);
        Profile profile = OscalProfiles.profile(regulation, Lang.JA, "catalog.json", NOW);
        byte[] bytes = OscalWriter.write(profile, OscalFormat.XML);
        OscalProfiles.Imported imported =
                OscalProfiles.read((Profile) OscalReader.read("p.xml", bytes), Samples.CATALOG);
        assertThat(imported.unsaid()).isEmpty();
        String excluded = imported.excluded().stream()
                .map(id -> "  - {clause: " + id + ", reason: x}\n")
                .collect(Collectors.joining());
        Regulation again = tailored(FirstTailoring.text(Samples.CATALOG, Lang.JA, imported.values())
                .replace("\nexcluded:\n", "\nexcluded:\n" + excluded));
        assertThat(Difference.between(regulation, again)).isEmpty();
    }

    @Test
    void listsWhatATailoringCannotSay() throws Exception {
        String json = """
                {"profile":{"uuid":"11111111-1111-4111-8111-111111111111",
                 "metadata":{"title":"t","last-modified":"2026-11-24T00:00:00Z","version":"1","oscal-version":"1.1.3"},
                 "imports":[{"href":"c.json","include-controls":[{"with-ids":["org-3"]}]}],
                 "modify":{"set-parameters":[{"param-id":"no-such","values":["1"]}],
                  "alters":[{"control-id":"org-3","adds":[{"props":[{"name":"label","value":"x"}]}]}]}}}
                """;
        OscalProfiles.Imported imported =
                OscalProfiles.read((Profile) OscalReader.read("p.json", json.getBytes("UTF-8")), Samples.CATALOG);
        assertThat(imported.unsaid())
                .extracting(OscalProfiles.Unsaid::code)
                .containsExactlyInAnyOrder("unknown-parameter", "alter");
        assertThat(imported.excluded()).contains("org-1", "tel-6").doesNotContain("org-3");
    }

    private static List<String> ids(OscalCatalog catalog) {
        return catalog.allControls().stream().map(Control::id).toList();
    }

    private static List<String> value(OscalCatalog catalog, String parameter) {
        return catalog.allParams().stream()
                .filter(p -> p.id().equals(parameter))
                .findFirst()
                .map(Param::values)
                .orElse(List.of());
    }
}
