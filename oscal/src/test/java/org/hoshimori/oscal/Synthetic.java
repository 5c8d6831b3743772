package org.hoshimori.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Catalogs and profiles of any size, the same for the same seed. */
final class Synthetic {

    static final String DATE = "2026-11-24T00:00:00Z";

    private final Random random;

    private Synthetic(long seed) {
        random = new Random(seed);
    }

    /** A catalog of about this many controls, a quarter of them within others, in groups of twenty. */
    static OscalCatalog catalog(int controls, long seed) {
        return new Synthetic(seed).build(controls, seed);
    }

    /** A profile over {@code catalog.json} taking all, setting some parameters and altering some controls. */
    static Profile profile(OscalCatalog catalog, long seed, Merge merge) {
        Random random = new Random(seed);
        List<SetParameter> sets = new ArrayList<>();
        List<Alter> alters = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Control control : catalog.allControls()) {
            if (random.nextInt(3) > 0) {
                ids.add(control.id());
                if (random.nextInt(3) == 0) {
                    sets.add(SetParameter.values(control.params().getFirst().id(), List.of("v" + random.nextInt(9))));
                }
                if (random.nextInt(4) == 0) {
                    alters.add(new Alter(
                            control.id(), List.of(), List.of(Alter.Add.props(List.of(Prop.of("sort-id", "x"))))));
                }
            }
        }
        return new Profile(
                NameUuid.of("profile " + seed),
                Metadata.of("Profile " + seed, DATE, "1"),
                List.of(Import.of("catalog.json", ids)),
                merge,
                sets,
                alters,
                List.of(),
                Map.of());
    }

    private OscalCatalog build(int controls, long seed) {
        List<Group> groups = new ArrayList<>();
        List<Resource> resources = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            resources.add(Resource.of(NameUuid.of("resource " + seed + i), "Source " + i, "https://example.org/" + i));
        }
        int made = 0;
        while (made < controls) {
            String group = "g" + groups.size();
            List<Control> members = new ArrayList<>();
            while (members.size() < 20 && made < controls) {
                String id = group + "-" + (members.size() + 1);
                made++;
                List<Control> children = new ArrayList<>();
                while (random.nextInt(4) == 0 && made < controls) {
                    children.add(control(id + "." + (children.size() + 1), group, resources));
                    made++;
                }
                members.add(control(id, group, resources).withControls(children));
            }
            Param loose = Param.of(group + "_loose", "value of the group", List.of());
            groups.add(Group.of(group, "Group " + group, members).withParams(List.of(loose)));
        }
        return OscalCatalog.of(NameUuid.of("catalog " + seed), Metadata.of("Synthetic", DATE, "1"), groups, resources);
    }

    private Control control(String id, String group, List<Resource> resources) {
        Param choice = Param.of(id + "_prm_2", null, List.of())
                .withValues(
                        List.of(),
                        new Param.Select(
                                "one-or-more", List.of("weekly", "after {{ insert: param, " + id + "_prm_1 }}")));
        Part item = Part.of(id + "_smt.a", "item", "Reviews at least {{ insert: param, " + id + "_prm_2 }}; and")
                .withProps(List.of(Prop.of("label", "a.")));
        String loose = random.nextInt(5) == 0 ? " and {{ insert: param, " + group + "_loose }}" : "";
        Part second = Part.of(id + "_smt.b", "item", "keeps *records*" + loose + ".");
        Part statement = Part.of(id + "_smt", "statement", "The organization:").withParts(List.of(item, second));
        Part guidance = Part.of(
                id + "_gdn",
                "guidance",
                "Some words on why. ".repeat(random.nextInt(8) + 1).strip());
        Resource source = resources.get(random.nextInt(resources.size()));
        return Control.of(id, "Control " + id)
                .withParams(List.of(Param.of(id + "_prm_1", "frequency", List.of()), choice))
                .withProps(List.of(Prop.of("label", id.toUpperCase(Locale.ROOT))))
                .withLinks(List.of(Link.of("#" + source.uuid(), "reference")))
                .withParts(List.of(statement, guidance));
    }
}
