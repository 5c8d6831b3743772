/**
 * Checks: SELECTs over facts that say of each subject whether a clause of the regulation in force holds. They run under a log-in
 * of their own when what they read has changed, at a new day, and under a new revision.
 */
@NullMarked
@ApplicationModule(
        displayName = "Checks",
        allowedDependencies = {"core.storage", "core.evidence", "core.regulation"})
package org.hoshimori.core.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
