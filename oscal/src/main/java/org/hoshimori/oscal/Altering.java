package org.hoshimori.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Adds to and removes from one control. */
final class Altering {

    /** Outcome of a directive: the control after it, and whether anything was found to change. */
    record Altered(Control control, boolean found) {}

    private Altering() {}

    static Altered remove(Control control, Alter.Remove remove) {
        Removal removal = new Removal(remove);
        Control result = control.withParams(removal.params(control.params()))
                .withProps(removal.props(control.props()))
                .withLinks(removal.links(control.links()))
                .withParts(removal.parts(control.parts()));
        return new Altered(result, removal.found);
    }

    static Altered add(Control control, Alter.Add add) {
        boolean first = "starting".equals(add.position()) || "before".equals(add.position());
        if (add.byId() == null || add.byId().equals(control.id())) {
            String title = add.title();
            Control result = control.withParams(joined(control.params(), add.params(), first))
                    .withProps(joined(control.props(), add.props(), first))
                    .withLinks(joined(control.links(), add.links(), first))
                    .withParts(joined(control.parts(), add.parts(), first));
            return new Altered(title == null ? result : result.withTitle(title), true);
        }
        Addition addition = new Addition(add, add.byId(), first);
        List<Param> params = addition.params(control.params());
        List<Part> parts = addition.parts(control.parts());
        Control result = control.withParams(params).withParts(parts);
        if (addition.beside) {
            // What can't stand between parts or parameters joins the control's own.
            result = result.withProps(joined(result.props(), add.props(), first))
                    .withLinks(joined(result.links(), add.links(), first));
            result = addition.besideParam
                    ? result.withParts(joined(result.parts(), add.parts(), first))
                    : result.withParams(joined(result.params(), add.params(), first));
        }
        return new Altered(result, addition.found);
    }

    private static <T> List<T> joined(List<T> old, List<T> added, boolean first) {
        if (added.isEmpty()) {
            return old;
        }
        List<T> all = new ArrayList<>(first ? added : old);
        all.addAll(first ? old : added);
        return all;
    }

    /** An addition to a part or parameter named by id; only the first one found is changed. */
    private static final class Addition {
        private final Alter.Add add;
        private final String id;
        private final boolean first;
        private final boolean sibling;
        boolean found;
        /** The target stands directly in the control and the addition goes beside it. */
        boolean beside;

        boolean besideParam;

        Addition(Alter.Add add, String id, boolean first) {
            this.add = add;
            this.id = id;
            this.first = first;
            this.sibling = "before".equals(add.position()) || "after".equals(add.position());
        }

        List<Param> params(List<Param> params) {
            List<Param> result = new ArrayList<>();
            for (Param param : params) {
                if (found || !param.id().equals(id)) {
                    result.add(param);
                    continue;
                }
                found = true;
                if (sibling) {
                    beside = true;
                    besideParam = true;
                    result.addAll(joined(List.of(param), add.params(), first));
                } else {
                    result.add(param.withProps(joined(param.props(), add.props(), first))
                            .withLinks(joined(param.links(), add.links(), first)));
                }
            }
            return result;
        }

        List<Part> parts(List<Part> parts) {
            List<Part> result = new ArrayList<>();
            boolean here = false;
            for (Part part : parts) {
                if (found) {
                    result.add(part);
                } else if (id.equals(part.id())) {
                    found = true;
                    here = true;
                    result.addAll(sibling ? joined(List.of(part), add.parts(), first) : List.of(into(part)));
                } else {
                    result.add(within(part));
                }
            }
            beside |= here && sibling;
            return result;
        }

        private Part within(Part part) {
            boolean before = beside;
            List<Part> parts = parts(part.parts());
            Part result = part.withParts(parts);
            if (beside && !before) {
                beside = false;
                return result.withProps(joined(part.props(), add.props(), first))
                        .withLinks(joined(part.links(), add.links(), first));
            }
            return result;
        }

        private Part into(Part part) {
            String title = add.title();
            Part result = title == null ? part : part.withTitle(title);
            return result.withProps(joined(part.props(), add.props(), first))
                    .withLinks(joined(part.links(), add.links(), first))
                    .withParts(joined(part.parts(), add.parts(), first));
        }
    }

    /** A removal of everything that fulfils all the criteria given. */
    private static final class Removal {
        private final Alter.Remove by;
        boolean found;

        Removal(Alter.Remove by) {
            this.by = by;
        }

        List<Param> params(List<Param> params) {
            return kept(params, p -> matches("param", null, p.className(), p.id(), null, false)).stream()
                    .map(p -> p.withProps(props(p.props())).withLinks(links(p.links())))
                    .toList();
        }

        List<Prop> props(List<Prop> props) {
            return kept(props, p -> matches("prop", p.name(), p.className(), null, p.ns(), true));
        }

        List<Link> links(List<Link> links) {
            return kept(links, _ -> matches("link", null, null, null, null, false));
        }

        List<Part> parts(List<Part> parts) {
            return kept(parts, p -> matches("part", p.name(), p.className(), p.id(), p.ns(), true)).stream()
                    .map(p -> p.withProps(props(p.props()))
                            .withLinks(links(p.links()))
                            .withParts(parts(p.parts())))
                    .toList();
        }

        private <T> List<T> kept(List<T> items, Predicate<T> goes) {
            List<T> kept = items.stream().filter(goes.negate()).toList();
            found |= kept.size() < items.size();
            return kept;
        }

        private boolean matches(
                String item,
                @Nullable String name,
                @Nullable String className,
                @Nullable String id,
                @Nullable String ns,
                boolean named) {
            boolean anything = by.byItemName() != null
                    || by.byName() != null
                    || by.byClass() != null
                    || by.byId() != null
                    || by.byNs() != null;
            String space = named && ns == null ? Prop.OSCAL_NS : ns;
            return anything
                    && fits(by.byItemName(), item)
                    && fits(by.byName(), name)
                    && fits(by.byClass(), className)
                    && fits(by.byId(), id)
                    && fits(by.byNs(), space);
        }

        private static boolean fits(@Nullable String wanted, @Nullable String actual) {
            return wanted == null || wanted.equals(actual);
        }
    }
}
