package org.hoshimori.core.checks;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.hoshimori.core.regulation.Revision;

/**
 * A check that can run: its file, its row, and how PostgreSQL reads it.
 *
 * @param types of the places
 */
record Checking(int id, CheckFile file, Probe.Shape shape, Map<String, String> types) {

    /** Whether its clause stands in the regulation. */
    boolean stands(Revision revision) {
        return revision.regulation().clause(file.clause()).isPresent();
    }

    /** What its answer depends on beside the facts and the day. */
    String with(Revision revision) {
        return CheckFile.sha256(file.digest() + "\n" + Values.all(types, revision));
    }

    /** Whether it must run whole, whatever has changed. */
    boolean due(Definition last, Revision revision, LocalDate today) {
        return !with(revision).equals(last.ranWith()) || (file.daily() && !today.equals(last.ranOn()));
    }

    boolean readsAny(Set<String> facts) {
        return shape.facts().stream().anyMatch(facts::contains);
    }
}
