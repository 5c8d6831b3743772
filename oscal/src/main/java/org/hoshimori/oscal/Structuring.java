package org.hoshimori.oscal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arranges the selected controls: flat, as their catalogs have them, or by the profile's own structure. Parameters of
 * catalogs, groups and controls left out come along loose; those that nobody inserts are dropped later.
 */
final class Structuring {

    private final Combining combining;
    private final List<Param> loose = new ArrayList<>();

    /** What one import selects from a catalog. */
    record Picked(OscalCatalog catalog, Picking picking, ImportSources.Source source) {}

    /** The result's body; loose parameters stand in the catalog and its groups. */
    record Body(List<Param> params, List<Group> groups, List<Control> controls) {}

    Structuring(Combining combining) {
        this.combining = combining;
    }

    Body flat(List<Picked> picked) {
        List<Control> controls = new ArrayList<>();
        for (Picked p : picked) {
            loose.addAll(p.catalog.params());
            p.catalog.groups().forEach(g -> flatGroup(p, g, controls));
            flat(p, p.catalog.controls(), controls);
        }
        return new Body(loose, List.of(), combining.folded(controls));
    }

    private void flatGroup(Picked p, Group group, List<Control> out) {
        loose.addAll(group.params());
        group.groups().forEach(g -> flatGroup(p, g, out));
        flat(p, group.controls(), out);
    }

    private void flat(Picked p, List<Control> controls, List<Control> out) {
        for (Control control : controls) {
            if (combining.take(p.picking, control, p.source)) {
                List<Control> children = new ArrayList<>();
                flat(p, control.controls(), children);
                out.add(control.withControls(children));
            } else {
                loose.addAll(control.params());
                flat(p, control.controls(), out);
            }
        }
    }

    Body asIs(List<Picked> picked) {
        List<GroupNode> groups = new ArrayList<>();
        List<ControlNode> controls = new ArrayList<>();
        for (Picked p : picked) {
            loose.addAll(p.catalog.params());
            joinGroups(groups, groups(p, p.catalog.groups(), loose));
            joinControls(controls, controls(p, p.catalog.controls(), loose));
        }
        return new Body(
                loose,
                groups.stream().map(GroupNode::done).map(combining::folded).toList(),
                combining.folded(controls.stream().map(ControlNode::done).toList()));
    }

    private List<GroupNode> groups(Picked p, List<Group> groups, List<Param> looseAbove) {
        List<GroupNode> nodes = new ArrayList<>();
        for (Group group : groups) {
            GroupNode node = new GroupNode(group);
            node.params.addAll(group.params());
            node.groups.addAll(groups(p, group.groups(), node.params));
            node.controls.addAll(controls(p, group.controls(), node.params));
            if (node.groups.isEmpty() && node.controls.isEmpty()) {
                looseAbove.addAll(node.params);
            } else {
                nodes.add(node);
            }
        }
        return nodes;
    }

    /** Controls selected, and those left in place because they contain one. */
    private List<ControlNode> controls(Picked p, List<Control> controls, List<Param> looseAbove) {
        List<ControlNode> nodes = new ArrayList<>();
        for (Control control : controls) {
            boolean taken = combining.take(p.picking, control, p.source);
            List<ControlNode> children = controls(p, control.controls(), looseAbove);
            if (taken || !children.isEmpty()) {
                nodes.add(new ControlNode(control, !taken, children));
            } else {
                looseAbove.addAll(control.params());
            }
        }
        return nodes;
    }

    private static void joinGroups(List<GroupNode> into, List<GroupNode> more) {
        Map<String, GroupNode> byId = new HashMap<>();
        into.forEach(g -> {
            if (g.group.id() != null) {
                byId.putIfAbsent(g.group.id(), g);
            }
        });
        for (GroupNode node : more) {
            GroupNode known = node.group.id() == null ? null : byId.get(node.group.id());
            if (known == null) {
                into.add(node);
            } else {
                known.params.addAll(node.params);
                joinGroups(known.groups, node.groups);
                joinControls(known.controls, node.controls);
            }
        }
    }

    /** A control kept only for what it contains joins its namesake, whichever came first. */
    private static void joinControls(List<ControlNode> into, List<ControlNode> more) {
        Map<String, ControlNode> byId = new HashMap<>();
        into.forEach(c -> byId.putIfAbsent(c.control.id(), c));
        for (ControlNode node : more) {
            ControlNode known = byId.get(node.control.id());
            if (known == null || (!known.implicit && !node.implicit)) {
                into.add(node);
            } else {
                if (known.implicit) {
                    known.control = node.control;
                    known.implicit = node.implicit;
                }
                joinControls(known.children, node.children);
            }
        }
    }

    private static final class GroupNode {
        final Group group;
        final List<Param> params = new ArrayList<>();
        final List<GroupNode> groups = new ArrayList<>();
        final List<ControlNode> controls = new ArrayList<>();

        GroupNode(Group group) {
            this.group = group;
        }

        Group done() {
            return group.withParams(params)
                    .withMembers(
                            groups.stream().map(GroupNode::done).toList(),
                            controls.stream().map(ControlNode::done).toList());
        }
    }

    private static final class ControlNode {
        Control control;
        boolean implicit;
        final List<ControlNode> children;

        ControlNode(Control control, boolean implicit, List<ControlNode> children) {
            this.control = control;
            this.implicit = implicit;
            this.children = children;
        }

        Control done() {
            return control.withControls(children.stream().map(ControlNode::done).toList());
        }
    }

    /** The profile's own structure; ids it names that are not selected are added to the set given. */
    Body custom(List<Picked> picked, Merge.Custom custom, Set<String> unknown) {
        List<Control> selected = flat(picked).controls();
        List<Control> top = inserted(custom.insertControls(), selected, unknown);
        List<Group> groups = custom.groups().stream()
                .map(g -> customGroup(g, selected, unknown))
                .toList();
        return new Body(loose, groups, top);
    }

    private static Group customGroup(Merge.CustomGroup group, List<Control> selected, Set<String> unknown) {
        return new Group(
                group.id(),
                group.className(),
                group.title(),
                group.params(),
                group.props(),
                group.links(),
                group.parts(),
                group.groups().stream()
                        .map(g -> customGroup(g, selected, unknown))
                        .toList(),
                inserted(group.insertControls(), selected, unknown),
                group.extra());
    }

    private static List<Control> inserted(
            List<Merge.InsertControls> inserts, List<Control> selected, Set<String> unknown) {
        List<Control> all = new ArrayList<>();
        for (Merge.InsertControls insert : inserts) {
            Picking picking = Picking.of(insert, selected);
            unknown.addAll(new LinkedHashSet<>(picking.unknown()));
            List<Control> controls = new ArrayList<>();
            filtered(selected, picking, controls);
            Comparator<Control> order = order(insert.order());
            all.addAll(
                    order == null ? controls : controls.stream().sorted(order).toList());
        }
        return all;
    }

    private static void filtered(List<Control> controls, Picking picking, List<Control> out) {
        for (Control control : controls) {
            if (picking.contains(control)) {
                List<Control> children = new ArrayList<>();
                filtered(control.controls(), picking, children);
                out.add(control.withControls(children));
            } else {
                filtered(control.controls(), picking, out);
            }
        }
    }

    private static @Nullable Comparator<Control> order(@Nullable String order) {
        return switch (order == null ? "keep" : order) {
            case "ascending" -> Comparator.comparing(Control::id);
            case "descending" -> Comparator.comparing(Control::id).reversed();
            default -> null;
        };
    }
}
