package org.hoshimori.oscal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fills the parameters inserted into prose. An open parameter shows as NIST prints it: {@code [Assignment: label]} or
 * {@code [Selection (one or more): a; b]}. Resolved catalogs keep the insertions; this is for showing them.
 */
public final class Insertion {

    private static final String OPEN = "{{";
    private static final int DEEPEST = 10;

    private final Map<String, Param> params;

    private Insertion(Map<String, Param> params) {
        this.params = params;
    }

    /** Fills from every parameter of a catalog; of several with one id the first counts. */
    public static Insertion of(OscalCatalog catalog) {
        Map<String, Param> params = new HashMap<>();
        catalog.allParams().forEach(p -> params.putIfAbsent(p.id(), p));
        return new Insertion(params);
    }

    /** The prose with every insertion of a parameter replaced; still Markdown. */
    public String fill(String prose) {
        return fill(prose, 0);
    }

    /** What stands for a parameter in a text; empty if the catalog has none with this id. */
    public Optional<String> value(String id) {
        Param param = params.get(id);
        return param == null ? Optional.empty() : Optional.of(shown(param, 0));
    }

    private String fill(String prose, int depth) {
        if (!prose.contains(OPEN)) {
            return prose;
        }
        StringBuilder out = new StringBuilder();
        int[] done = {0};
        each(prose, (from, to, id) -> {
            out.append(prose, done[0], from);
            Param param = params.get(id);
            // A choice may insert a parameter that inserts it: beyond some depth the name must do.
            out.append(param == null || depth > DEEPEST ? "[Assignment: " + id + "]" : shown(param, depth + 1));
            done[0] = to;
        });
        return out.append(prose, done[0], prose.length()).toString();
    }

    private String shown(Param param, int depth) {
        if (!param.values().isEmpty()) {
            return String.join(
                    ", ", param.values().stream().map(v -> fill(v, depth)).toList());
        }
        Param.Select select = param.select();
        if (select != null) {
            String choices = String.join(
                    "; ", select.choices().stream().map(c -> fill(c, depth)).toList());
            return (select.many() ? "[Selection (one or more): " : "[Selection: ") + choices + "]";
        }
        return "[Assignment: " + fill(orElse(param.label(), param.id()), depth) + "]";
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }

    /** Told of each insertion of a parameter: from where to where it stands, and the parameter's id. */
    interface Found {
        void at(int from, int to, String id);
    }

    /** Finds {@code {{ insert: param, id }}} in the order they stand; the older {@code {{ id }}} is left alone. */
    static void each(String text, Found found) {
        for (int from = text.indexOf(OPEN); from >= 0; from = text.indexOf(OPEN, from + 2)) {
            int to = text.indexOf("}}", from + 2);
            if (to < 0) {
                return;
            }
            String inner = text.substring(from + 2, to).strip();
            if (inner.startsWith("insert:")) {
                List<String> words = List.of(inner.substring("insert:".length()).split(",", 2));
                if (words.size() == 2 && words.get(0).strip().equals("param")) {
                    found.at(from, to + 2, words.get(1).strip());
                }
            }
        }
    }
}
