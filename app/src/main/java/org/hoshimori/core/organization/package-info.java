/** Who belongs to the company: people and departments (clauses {@code org-1} and {@code hr-1}). */
@NullMarked
@ApplicationModule(
        displayName = "Organization",
        allowedDependencies = {"core.storage", "core.evidence", "core.api", "core.sheets"})
package org.hoshimori.core.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
