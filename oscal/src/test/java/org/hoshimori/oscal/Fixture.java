package org.hoshimori.oscal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A small catalog, and profiles over it by the address {@code cat}. */
final class Fixture {

    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    static final ResolveOptions OPTIONS = ResolveOptions.defaults().at(NOON);
    static final String KEPT = "11111111-1111-4111-8111-111111111111";
    static final String LINKED = "22222222-2222-4222-8222-222222222222";
    static final String UNUSED = "33333333-3333-4333-8333-333333333333";

    /** Group a: a-1 (a-1.1, a-1.2 (a-1.2.1)), a-2; group b: b-1; and c-1 without group. */
    static OscalCatalog catalog() {
        Control a121 = Control.of("a-1.2.1", "deepest");
        Control a12 = Control.of("a-1.2", "second").withControls(List.of(a121));
        Control a11 = Control.of("a-1.1", "first").withParams(List.of(Param.of("p-inner", "inner", List.of())));
        Control a1 = Control.of("a-1", "Control A1")
                .withParams(List.of(Param.of("p-1", "period", List.of("old")), Param.of("p-2", "who", List.of())))
                .withProps(List.of(Prop.of("status", "ready"), Prop.of("place", "http://e.org/ns", "1st")))
                .withLinks(List.of(Link.of("#" + LINKED, "reference")))
                .withParts(List.of(
                        Part.of("a-1_smt", "statement", "do it {{ insert: param, p-1 }} {{ insert: param, p-loose }}")
                                .withParts(List.of(
                                        Part.of("a-1_smt.a", "item", "one"), Part.of("a-1_smt.b", "item", "two"))),
                        Part.of("a-1_gdn", "guidance", "because")))
                .withControls(List.of(a11, a12));
        Control b1 = Control.of("b-1", "Control B1")
                .withParts(List.of(Part.of("b-1_smt", "statement", "uses {{ insert: param, p-inner }}")));
        Group a = Group.of("a", "Group A", List.of(a1, Control.of("a-2", "Control A2")))
                .withParams(List.of(
                        Param.of("p-loose", "loose {{ insert: param, p-deeper }}", List.of()),
                        Param.of("p-deeper", "deeper", List.of()),
                        Param.of("p-idle", "idle", List.of())));
        Group b = Group.of("b", "Group B", List.of(b1));
        Resource kept =
                new Resource(KEPT, "kept", null, List.of(Prop.of("keep", "always")), List.of(), null, null, Map.of());
        return new OscalCatalog(
                "44444444-4444-4444-8444-444444444444",
                Metadata.of("Test", Synthetic.DATE, "1"),
                List.of(),
                List.of(a, b),
                List.of(Control.of("c-1", "Control C1")),
                List.of(
                        kept,
                        Resource.of(LINKED, "linked", "https://e.org/l"),
                        Resource.of(UNUSED, "unused", "https://e.org/u")),
                Map.of());
    }

    static Profile profile(Merge merge, Import... imports) {
        return profile(merge, List.of(), List.of(), imports);
    }

    static Profile profile(Merge merge, List<SetParameter> sets, List<Alter> alters, Import... imports) {
        return new Profile(
                "55555555-5555-4555-8555-555555555555",
                Metadata.of("Profile", Synthetic.DATE, "2"),
                List.of(imports),
                merge,
                sets,
                alters,
                List.of(),
                Map.of());
    }

    static ResolvedProfile resolve(Profile profile) {
        return ProfileResolver.resolve(profile, Map.of("cat", catalog()), OPTIONS);
    }

    static Merge flat() {
        return new Merge(null, null, true, null);
    }

    static Merge combine(String method, boolean asIs) {
        return new Merge(method, asIs, false, null);
    }

    static Merge custom(Merge.InsertControls... inserts) {
        return new Merge(null, null, false, new Merge.Custom(List.of(), List.of(inserts)));
    }

    static Import select(boolean children, List<String> ids, List<String> patterns, String... but) {
        List<Import.Selection> out = but.length == 0 ? List.of() : List.of(Import.Selection.ids(List.of(but)));
        return new Import("cat", false, List.of(new Import.Selection(children, ids, patterns)), out);
    }

    /** The controls as an outline: children in parentheses, groups in brackets. */
    static String outline(OscalCatalog catalog) {
        StringBuilder out = new StringBuilder();
        catalog.groups().forEach(g -> outline(g, out));
        catalog.controls().forEach(c -> outline(c, out));
        return out.toString().strip();
    }

    static void outline(Group group, StringBuilder out) {
        out.append(group.id()).append("[ ");
        group.groups().forEach(g -> outline(g, out));
        group.controls().forEach(c -> outline(c, out));
        out.append("] ");
    }

    static void outline(Control control, StringBuilder out) {
        out.append(control.id()).append(' ');
        if (!control.controls().isEmpty()) {
            out.append("( ");
            control.controls().forEach(c -> outline(c, out));
            out.append(") ");
        }
    }

    private Fixture() {}
}
