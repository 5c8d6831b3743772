package org.hoshimori.oscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.oscal.Fixture.OPTIONS;
import static org.hoshimori.oscal.Fixture.catalog;
import static org.hoshimori.oscal.Fixture.flat;
import static org.hoshimori.oscal.Fixture.profile;
import static org.hoshimori.oscal.Fixture.resolve;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModifyingTests {

    @Test
    void lastSettingWinsAndIsKnown() {
        Profile inner = profile(
                Merge.asCatalogsAre(),
                List.of(SetParameter.values("p-1", List.of("inner")), SetParameter.values("p-2", List.of("boss"))),
                List.of(),
                Import.all("cat"));
        Profile outer = profile(
                Merge.asCatalogsAre(),
                List.of(SetParameter.values("p-1", List.of("first")), SetParameter.values("p-1", List.of("last"))),
                List.of(),
                Import.all("inner"));
        ResolvedProfile resolved = ProfileResolver.resolve(outer, Map.of("cat", catalog(), "inner", inner), OPTIONS);

        assertThat(param(resolved, "p-1").values()).containsExactly("last");
        assertThat(param(resolved, "p-2").values()).containsExactly("boss");
        assertThat(resolved.settings().get("p-1"))
                .extracting(o -> o.setting().values().getFirst())
                .containsExactly("inner", "first", "last");
        assertThat(resolved.origin("p-2").orElseThrow().file()).isEqualTo("inner");
        assertThat(resolved.origin("p-inner")).isEmpty();
    }

    @Test
    void valuesAndChoicesReplaceEachOtherAndTheRestIsAdded() {
        SetParameter choice = new SetParameter(
                "p-1",
                "cls",
                null,
                List.of(Prop.of("n", "v")),
                List.of(),
                "label",
                "usage",
                List.of(new Param.Constraint("c", List.of())),
                List.of(new Param.Guideline("g")),
                List.of(),
                new Param.Select(null, List.of("x", "y")));
        Param param =
                param(resolve(profile(flat(), List.of(choice), List.of(), Import.of("cat", List.of("a-1")))), "p-1");

        assertThat(param.values()).isEmpty();
        assertThat(param.select()).isEqualTo(new Param.Select(null, List.of("x", "y")));
        assertThat(param.label()).isEqualTo("label");
        assertThat(param.className()).isEqualTo("cls");
        assertThat(param.props()).containsExactly(Prop.of("n", "v"));
        assertThat(param.constraints()).hasSize(1);
        assertThat(param.guidelines()).hasSize(1);
    }

    @Test
    void leavesValuesAloneWhenOnlyTheLabelIsSet() {
        SetParameter label = new SetParameter(
                "p-1", null, null, List.of(), List.of(), "new", null, List.of(), List.of(), List.of(), null);
        Param param =
                param(resolve(profile(flat(), List.of(label), List.of(), Import.of("cat", List.of("a-1")))), "p-1");
        assertThat(param.values()).containsExactly("old");
        assertThat(param.label()).isEqualTo("new");
    }

    private static Param param(ResolvedProfile resolved, String id) {
        return resolved.catalog().allParams().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Control altered(Alter alter) {
        ResolvedProfile resolved =
                resolve(profile(flat(), List.of(), List.of(alter), Import.of("cat", List.of("a-1"))));
        assertThat(resolved.warnings()).isEmpty();
        return resolved.catalog().controls().getFirst();
    }

    @Test
    void addsAtTheControlsBeginningAndEnd() {
        Part part = Part.of("new", "caution", "careful");
        Prop prop = Prop.of("basis", "x");
        Control first = altered(new Alter(
                "a-1",
                List.of(),
                List.of(new Alter.Add("starting", null, "Title", List.of(), List.of(prop), List.of(), List.of(part)))));
        assertThat(first.title()).isEqualTo("Title");
        assertThat(first.props().getFirst()).isEqualTo(prop);
        assertThat(first.parts().getFirst()).isEqualTo(part);

        Control last = altered(new Alter(
                "a-1",
                List.of(),
                List.of(new Alter.Add(null, null, null, List.of(), List.of(prop), List.of(), List.of(part)))));
        assertThat(last.props().getLast()).isEqualTo(prop);
        assertThat(last.parts().getLast()).isEqualTo(part);
    }

    @Test
    void addsBesideAndWithinPartsAndParameters() {
        Part part = Part.of("new", "item", "x");
        for (String position : List.of("before", "after", "starting", "ending")) {
            Control control = altered(new Alter(
                    "a-1",
                    List.of(),
                    List.of(new Alter.Add(
                            position, "a-1_smt.b", null, List.of(), List.of(), List.of(), List.of(part)))));
            Part statement = control.parts().getFirst();
            List<String> ids = statement.parts().stream().map(p -> p.id()).toList();
            switch (position) {
                case "before" -> assertThat(ids).containsExactly("a-1_smt.a", "new", "a-1_smt.b");
                case "after" -> assertThat(ids).containsExactly("a-1_smt.a", "a-1_smt.b", "new");
                default -> assertThat(statement.parts().getLast().parts()).containsExactly(part);
            }
        }
        Control control = altered(new Alter(
                "a-1",
                List.of(),
                List.of(new Alter.Add(
                        "before",
                        "p-2",
                        null,
                        List.of(Param.of("p-new", "n", List.of())),
                        List.of(),
                        List.of(),
                        List.of()))));
        assertThat(control.params()).extracting(Param::id).containsExactly("p-1", "p-new", "p-2");
    }

    @Test
    void removesByEveryCriterion() {
        assertThat(altered(new Alter("a-1", List.of(Alter.Remove.id("a-1_smt.a")), List.of()))
                        .parts()
                        .getFirst()
                        .parts())
                .extracting(Part::id)
                .containsExactly("a-1_smt.b");
        assertThat(altered(new Alter("a-1", List.of(new Alter.Remove("guidance", null, null, null, null)), List.of()))
                        .parts())
                .hasSize(1);
        assertThat(altered(new Alter("a-1", List.of(new Alter.Remove(null, null, null, "prop", null)), List.of()))
                        .props())
                .isEmpty();
        assertThat(altered(new Alter(
                                "a-1",
                                List.of(new Alter.Remove(null, null, null, "prop", "http://e.org/ns")),
                                List.of()))
                        .props())
                .extracting(Prop::name)
                .containsExactly("status");
        assertThat(altered(new Alter(
                                "a-1", List.of(new Alter.Remove(null, null, null, null, Prop.OSCAL_NS)), List.of()))
                        .props())
                .extracting(Prop::name)
                .containsExactly("place");
    }

    @Test
    void warnsOfAlterationsThatFindNothing() {
        Alter alter = new Alter(
                "a-1",
                List.of(Alter.Remove.id("nothing")),
                List.of(new Alter.Add("after", "nothing", null, List.of(), List.of(), List.of(), List.of())));
        assertThat(resolve(profile(flat(), List.of(), List.of(alter), Import.of("cat", List.of("a-1"))))
                        .warnings())
                .extracting(ResolutionWarning::code)
                .containsExactly("oscal.warn.remove", "oscal.warn.add");
    }
}
