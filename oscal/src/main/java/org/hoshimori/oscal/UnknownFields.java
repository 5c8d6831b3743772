package org.hoshimori.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields in a profile's directives that this model doesn't know, as a later OSCAL version may have. Elsewhere such
 * fields are kept and passed on; a directive they belong to would quietly be followed without them.
 */
final class UnknownFields {

    /** The parts of a profile that say what to do. */
    private static final Set<String> DIRECTIVES = Set.of("imports", "merge", "modify");

    /** What stands in directives but is content: its unknown fields are kept. */
    private static final Set<String> CONTENT = Set.of("custom-group", "param", "part");

    private final String file;
    private final List<ResolutionWarning> found = new ArrayList<>();

    private UnknownFields(String file) {
        this.file = file;
    }

    static List<ResolutionWarning> of(String file, Node.Fields profile) {
        UnknownFields unknown = new UnknownFields(file);
        Schema.Shape shape = Schema.shape("profile");
        if (shape != null) {
            shape.fields().stream()
                    .filter(f -> DIRECTIVES.contains(f.json()))
                    .forEach(f -> unknown.value(f, profile.fields().get(f.json())));
        }
        return List.copyOf(unknown.found);
    }

    private void value(Schema.Field field, @Nullable Node node) {
        Schema.Shape shape = Schema.shape(field.type());
        switch (node) {
            case Node.Items items -> items.items().forEach(item -> value(field, item));
            case Node.Fields fields when shape != null -> fields(shape, fields);
            case null, default -> {
                // Text has no fields.
            }
        }
    }

    private void fields(Schema.Shape shape, Node.Fields node) {
        node.fields().forEach((key, value) -> {
            Schema.Field field = shape.byJson().get(key);
            if (field != null) {
                value(field, value);
            } else if (!CONTENT.contains(shape.name())) {
                found.add(new ResolutionWarning(file, value.line(), "oscal.warn.unknown", List.of(shape.name(), key)));
            }
        });
    }
}
