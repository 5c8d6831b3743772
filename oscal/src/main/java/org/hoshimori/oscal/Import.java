package org.hoshimori.oscal;

import java.util.List;

/**
 * Which controls a profile takes from one catalog or profile. Without {@code includeAll} and without includes all are
 * taken, as the resolution specification says.
 */
public record Import(String href, boolean includeAll, List<Selection> includes, List<Selection> excludes) {

    /** Keeps immutable copies. */
    public Import {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /** Everything from there. */
    public static Import all(String href) {
        return new Import(href, true, List.of(), List.of());
    }

    /** Everything from there but these controls. */
    public static Import allBut(String href, List<String> ids) {
        return new Import(href, true, List.of(), ids.isEmpty() ? List.of() : List.of(Selection.ids(ids)));
    }

    /** These controls from there. */
    public static Import of(String href, List<String> ids) {
        return new Import(href, false, List.of(Selection.ids(ids)), List.of());
    }

    /** Controls by id and by patterns ({@code *}, {@code ?}), with or without the controls directly within them. */
    public record Selection(boolean withChildControls, List<String> ids, List<String> patterns) {

        /** Keeps immutable copies. */
        public Selection {
            ids = List.copyOf(ids);
            patterns = List.copyOf(patterns);
        }

        /** Exactly these controls. */
        public static Selection ids(List<String> ids) {
            return new Selection(false, ids, List.of());
        }
    }
}
