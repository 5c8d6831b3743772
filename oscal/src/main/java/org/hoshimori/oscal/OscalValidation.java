package org.hoshimori.oscal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Validates any OSCAL document (catalog, profile, component definition, system security plan, assessment plan and
 * results, plan of action and milestones) by NIST's schema and constraints, offline.
 */
public final class OscalValidation {

    /** Root keys of OSCAL's documents. */
    private static final Set<String> ROOTS = Set.of(
            "catalog",
            "profile",
            "component-definition",
            "system-security-plan",
            "assessment-plan",
            "assessment-results",
            "plan-of-action-and-milestones");

    private OscalValidation() {}

    /**
     * What is wrong with a document; nothing if it is valid. Documents that it refers to are looked up only beside it
     * and below, never on the network.
     *
     * @throws OscalFormatException if the file can't be read or is no OSCAL document at all
     */
    public static List<OscalFinding> validate(Path file) {
        byte[] content = OscalReader.bytes(file);
        // Our own reading comes first: it bounds size and depth and refuses entities before anything else parses.
        Node tree = OscalReader.tree(file.toString(), content);
        String root = root(file, tree);
        return new ConstraintEngine(file, content, root, OscalFormat.of(content), tree).findings();
    }

    private static String root(Path file, Node tree) {
        if (tree instanceof Node.Fields fields) {
            for (String key : fields.fields().keySet()) {
                if (ROOTS.contains(key)) {
                    return key;
                }
            }
        }
        throw new OscalFormatException(file.toString(), tree.line(), tree.column(), "oscal.not-oscal");
    }
}
