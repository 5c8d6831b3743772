package org.hoshimori.oscal;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which controls of a catalog an import or an insertion selects. */
final class Picking {

    private final boolean all;
    private final List<Matcher> includes;
    private final List<Matcher> excludes;
    private final Set<Control> picked = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Set<String> unmatched = new LinkedHashSet<>();

    private Picking(boolean includeAll, List<Import.Selection> includes, List<Import.Selection> excludes) {
        // Without any inclusion everything is included.
        this.all = includeAll || includes.isEmpty();
        this.includes = includes.stream().map(Matcher::new).toList();
        this.excludes = excludes.stream().map(Matcher::new).toList();
        includes.forEach(s -> unknown.addAll(s.ids()));
        excludes.forEach(s -> unknown.addAll(s.ids()));
        includes.forEach(s -> unmatched.addAll(s.patterns()));
        excludes.forEach(s -> unmatched.addAll(s.patterns()));
    }

    static Picking of(Import directive, OscalCatalog catalog) {
        Picking picking = new Picking(directive.includeAll(), directive.includes(), directive.excludes());
        catalog.groups().forEach(picking::visit);
        catalog.controls().forEach(c -> picking.visit(c, false, false));
        return picking;
    }

    static Picking of(Merge.InsertControls directive, List<Control> controls) {
        Picking picking = new Picking(directive.includeAll(), directive.includes(), directive.excludes());
        controls.forEach(c -> picking.visit(c, false, false));
        return picking;
    }

    boolean contains(Control control) {
        return picked.contains(control);
    }

    /** Ids that no control has. */
    Set<String> unknown() {
        return unknown;
    }

    /** Patterns that no control's id fits. */
    Set<String> unmatched() {
        return unmatched;
    }

    private void visit(Group group) {
        group.groups().forEach(this::visit);
        group.controls().forEach(c -> visit(c, false, false));
    }

    private void visit(Control control, boolean byParent, boolean outByParent) {
        String id = control.id();
        unknown.remove(id);
        unmatched.removeIf(p -> glob(p, id));
        boolean included = all || byParent;
        boolean children = false;
        for (Matcher matcher : includes) {
            if (matcher.matches(id)) {
                included = true;
                children |= matcher.selection.withChildControls();
            }
        }
        boolean excluded = outByParent;
        boolean childrenOut = false;
        for (Matcher matcher : excludes) {
            if (matcher.matches(id)) {
                excluded = true;
                childrenOut |= matcher.selection.withChildControls();
            }
        }
        if (included && !excluded) {
            picked.add(control);
        }
        for (Control child : control.controls()) {
            visit(child, children && !excluded, childrenOut);
        }
    }

    private static final class Matcher {
        private final Import.Selection selection;
        private final Set<String> ids;

        Matcher(Import.Selection selection) {
            this.selection = selection;
            this.ids = new HashSet<>(selection.ids());
        }

        boolean matches(String id) {
            return ids.contains(id) || selection.patterns().stream().anyMatch(p -> glob(p, id));
        }
    }

    /** Whether a text fits a pattern of {@code *} (anything) and {@code ?} (one character); in linear memory and no worse than product time. */
    static boolean glob(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
