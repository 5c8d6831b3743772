/**
 * Who belongs to the company: people, departments, posts and their holders, and the calendar (clauses {@code org-1} and
 * {@code hr-1}).
 */
@NullMarked
@ApplicationModule(
        displayName = "Organization",
        allowedDependencies = {"core.storage", "core.evidence", "core.api", "core.sheets", "core.regulation"})
package org.hoshimori.core.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
