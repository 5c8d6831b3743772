package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hoshimori.oscal.Fixture.KEPT;
import static org.hoshimori.oscal.Fixture.LINKED;
import static org.hoshimori.oscal.Fixture.OPTIONS;
import static org.hoshimori.oscal.Fixture.catalog;
import static org.hoshimori.oscal.Fixture.combine;
import static org.hoshimori.oscal.Fixture.custom;
import static org.hoshimori.oscal.Fixture.flat;
import static org.hoshimori.oscal.Fixture.outline;
import static org.hoshimori.oscal.Fixture.profile;
import static org.hoshimori.oscal.Fixture.resolve;
import static org.hoshimori.oscal.Fixture.select;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileResolverTests {

    @Test
    void flattensGroupsButNotControlsWithinControls() {
        assertThat(outline(resolve(profile(flat(), Import.all("cat"))).catalog()))
                .isEqualTo("a-1 ( a-1.1 a-1.2 ( a-1.2.1 ) ) a-2 b-1 c-1");
    }

    @Test
    void isFlatWithoutMergeAndTakesAllWithoutInclusion() {
        Import silent = new Import("cat", false, List.of(), List.of(Import.Selection.ids(List.of("a-1"))));
        assertThat(outline(resolve(new Profile(
                                "55555555-5555-4555-8555-555555555555",
                                Metadata.of("P", Synthetic.DATE, "1"),
                                List.of(silent),
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                Map.of()))
                        .catalog()))
                .isEqualTo("a-1.1 a-1.2 ( a-1.2.1 ) a-2 b-1 c-1");
    }

    @Test
    void keepsStructureAndTheParentsOfWhatItTakes() {
        assertThat(outline(resolve(profile(Merge.asCatalogsAre(), select(false, List.of("a-1.2.1", "c-1"), List.of())))
                        .catalog()))
                .isEqualTo("a[ a-1 ( a-1.2 ( a-1.2.1 ) ) ] c-1");
    }

    @Test
    void takesChildrenDirectlyWithinOnly() {
        assertThat(outline(resolve(profile(flat(), select(true, List.of("a-1"), List.of())))
                        .catalog()))
                .isEqualTo("a-1 ( a-1.1 a-1.2 )");
    }

    @Test
    void exclusionWinsOverInclusion() {
        assertThat(outline(resolve(
                                profile(flat(), select(false, List.of("a-2"), List.of("a-1*", "?-1"), "a-1.1", "b-1")))
                        .catalog()))
                .isEqualTo("a-1 ( a-1.2 ( a-1.2.1 ) ) a-2 c-1");
    }

    @Test
    void warnsOfIdsThatAreNotThere() {
        ResolvedProfile resolved = resolve(profile(
                flat(),
                List.of(SetParameter.values("p-none", List.of("x"))),
                List.of(new Alter("z-9", List.of(), List.of())),
                Import.of("cat", List.of("a-1", "nowhere"))));

        assertThat(resolved.warnings())
                .extracting(ResolutionWarning::code)
                .containsExactly("oscal.warn.not-selected", "oscal.warn.no-parameter", "oscal.warn.no-control");
    }

    @Test
    void warnsOfPatternsThatMatchNothing() {
        ResolvedProfile resolved = resolve(profile(flat(), select(false, List.of(), List.of("a-1*", "AC-*"))));
        assertThat(resolved.warnings())
                .singleElement()
                .satisfies(w -> assertThat(w.message(Locale.ENGLISH)).contains("\"AC-*\"", "\"cat\""));
    }

    @Test
    void keepsDuplicatesUnlessToldOtherwise() {
        Import once = Import.of("cat", List.of("a-1"));
        ResolvedProfile kept = resolve(profile(flat(), once, Import.of("cat", List.of("a-1", "a-2"))));
        assertThat(outline(kept.catalog())).isEqualTo("a-1 a-1 a-2");
        assertThat(kept.warnings()).extracting(ResolutionWarning::code).containsExactly("oscal.warn.duplicate");

        assertThat(outline(resolve(profile(combine("use-first", false), once, Import.of("cat", List.of("a-1", "a-2"))))
                        .catalog()))
                .isEqualTo("a-1 a-2");
    }

    @Test
    void usesTheFirstOfTwoVersions() {
        OscalCatalog other = OscalCatalog.of(
                "66666666-6666-4666-8666-666666666666",
                Metadata.of("Other", Synthetic.DATE, "1"),
                List.of(Group.of("a", "Group A again", List.of(Control.of("a-1", "Other A1"), Control.of("x-1", "X")))),
                List.of());
        ResolvedProfile resolved = ProfileResolver.resolve(
                profile(combine("use-first", true), Import.all("other"), Import.of("cat", List.of("a-1", "a-1.1"))),
                Map.of("cat", catalog(), "other", other),
                OPTIONS);

        assertThat(outline(resolved.catalog())).isEqualTo("a[ a-1 ( a-1.1 ) x-1 ]");
        assertThat(resolved.catalog().control("a-1").orElseThrow().title()).isEqualTo("Other A1");
        assertThat(resolved.catalog().groups().getFirst().title()).isEqualTo("Group A again");
    }

    @Test
    void mergesTwoVersionsIntoOne() {
        OscalCatalog other = OscalCatalog.of(
                "66666666-6666-4666-8666-666666666666",
                Metadata.of("Other", Synthetic.DATE, "1"),
                List.of(Group.of(
                        "a",
                        "Group A",
                        List.of(Control.of("a-1", "Control A1")
                                .withProps(List.of(Prop.of("status", "ready"), Prop.of("status", "new")))))),
                List.of());
        ResolvedProfile resolved = ProfileResolver.resolve(
                profile(combine("merge", true), Import.of("cat", List.of("a-1")), Import.all("other")),
                Map.of("cat", catalog(), "other", other),
                OPTIONS);

        assertThat(outline(resolved.catalog())).isEqualTo("a[ a-1 ]");
        assertThat(resolved.catalog().control("a-1").orElseThrow().props())
                .extracting(Prop::value)
                .containsExactly("ready", "1st", "new");
    }

    @Test
    void joinsAControlWithTheParentKeptForAnother() {
        assertThat(outline(resolve(profile(
                                Merge.asCatalogsAre(),
                                Import.of("cat", List.of("a-1.1")),
                                Import.of("cat", List.of("a-1", "a-1.2"))))
                        .catalog()))
                .isEqualTo("a[ a-1 ( a-1.1 a-1.2 ) ]");
    }

    @Test
    void arrangesByAStructureOfItsOwn() {
        Merge.InsertControls down = new Merge.InsertControls(
                "descending", false, List.of(new Import.Selection(false, List.of(), List.of("?-1"))), List.of());
        Merge.InsertControls a2 =
                new Merge.InsertControls(null, false, List.of(Import.Selection.ids(List.of("a-2"))), List.of());
        Merge.CustomGroup inner = new Merge.CustomGroup(
                "in", null, "Inner", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(down), Map.of());
        Merge.CustomGroup outer = new Merge.CustomGroup(
                "out",
                "cls",
                "Outer",
                List.of(),
                List.of(Prop.of("label", "O")),
                List.of(),
                List.of(),
                List.of(inner),
                List.of(),
                Map.of());
        Merge merge = new Merge(null, null, false, new Merge.Custom(List.of(outer), List.of(a2)));
        OscalCatalog resolved = resolve(profile(merge, Import.all("cat"))).catalog();

        assertThat(outline(resolved)).isEqualTo("out[ in[ c-1 b-1 a-1 ] ] a-2");
        assertThat(resolved.groups().getFirst().props()).containsExactly(Prop.of("label", "O"));
        assertThat(resolved.groups().getFirst().groups().getFirst().params())
                .extracting(Param::id)
                .contains("p-loose");
    }

    @Test
    void insertsAllInCustomOrder() {
        assertThat(outline(resolve(profile(
                                custom(new Merge.InsertControls("ascending", true, List.of(), List.of())),
                                Import.of("cat", List.of("c-1", "b-1", "a-2"))))
                        .catalog()))
                .isEqualTo("a-2 b-1 c-1");
    }

    @Test
    void saysWhatItsOwnStructureLeavesOut() {
        Merge.InsertControls some = new Merge.InsertControls(
                null, false, List.of(new Import.Selection(false, List.of("a-1"), List.of("a-1.*"))), List.of());
        assertThat(resolve(profile(custom(some), Import.all("cat"))).warnings())
                .singleElement()
                .satisfies(w -> assertThat(w.message(Locale.ENGLISH)).contains("3 selected", ": a-2, b-1, c-1"));
    }

    @Test
    void keepsLooseParametersOnlyWhereInserted() {
        OscalCatalog flat = resolve(profile(flat(), Import.of("cat", List.of("a-1", "b-1"))))
                .catalog();
        assertThat(flat.params()).extracting(Param::id).containsExactlyInAnyOrder("p-loose", "p-deeper", "p-inner");

        OscalCatalog asIs = resolve(profile(Merge.asCatalogsAre(), Import.of("cat", List.of("b-1"))))
                .catalog();
        assertThat(asIs.params()).extracting(Param::id).containsExactly("p-inner");

        OscalCatalog both = resolve(
                        profile(flat(), Import.of("cat", List.of("b-1")), Import.of("cat", List.of("a-1.1"))))
                .catalog();
        assertThat(both.params()).isEmpty();

        OscalCatalog anchored = resolve(profile(flat(), Import.of("cat", List.of("a-1.1", "b-1"))))
                .catalog();
        assertThat(anchored.params()).isEmpty();
    }

    @Test
    void keepsResourcesThatAreLinkedOrMarked() {
        assertThat(resolve(profile(flat(), Import.of("cat", List.of("a-1"))))
                        .catalog()
                        .resources())
                .extracting(Resource::uuid)
                .containsExactly(KEPT, LINKED);
        assertThat(resolve(profile(flat(), Import.of("cat", List.of("b-1"))))
                        .catalog()
                        .resources())
                .extracting(Resource::uuid)
                .containsExactly(KEPT);
    }

    @Test
    void namesItsOriginAndIsReproducible() {
        Profile profile = profile(flat(), Import.all("cat"));
        OscalCatalog first = resolve(profile).catalog();

        assertThat(resolve(profile).catalog()).isEqualTo(first);
        assertThat(first.metadata().lastModified()).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(first.metadata().title()).isEqualTo("Profile");
        assertThat(first.metadata().props()).containsExactly(Prop.of("resolution-tool", "Hoshimori"));
        assertThat(first.metadata().links()).extracting(Link::rel).containsExactly("source-profile");
        assertThat(first.uuid())
                .isNotEqualTo(profile.uuid())
                .isNotEqualTo(catalog().uuid());
    }

    @Test
    void resolvingAgainChangesNothing() {
        OscalCatalog once = resolve(profile(Merge.asCatalogsAre(), Import.of("cat", List.of("a-1.2.1", "b-1"))))
                .catalog();
        OscalCatalog twice = ProfileResolver.resolve(
                        profile(Merge.asCatalogsAre(), Import.all("once")), Map.of("once", once), OPTIONS)
                .catalog();
        assertThat(twice.groups()).isEqualTo(once.groups());
        assertThat(twice.params()).isEqualTo(once.params());
    }

    @Test
    void findsCyclesInMemoryToo() {
        Profile self = profile(flat(), Import.all("self"));
        assertThatThrownBy(() -> ProfileResolver.resolve(self, Map.of("self", self), OPTIONS))
                .isInstanceOf(OscalFormatException.class)
                .extracting(e -> ((OscalFormatException) e).code())
                .isEqualTo("oscal.import.cycle");
    }

    @Test
    void stopsBeforeDoublingItselfToDeath() {
        Map<String, OscalDocument> all = new HashMap<>();
        all.put("p0", Synthetic.catalog(200, 1));
        for (int i = 1; i < 40; i++) {
            Import below = Import.all("p" + (i - 1));
            all.put("p" + i, profile(flat(), below, below));
        }
        assertThatThrownBy(() -> ProfileResolver.resolve(profile(flat(), Import.all("p39")), all, OPTIONS))
                .isInstanceOf(OscalFormatException.class)
                .extracting(e -> ((OscalFormatException) e).code())
                .isEqualTo("oscal.too-many-controls");
    }
}
