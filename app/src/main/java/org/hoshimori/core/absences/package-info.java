/** Who is away, and who stands in meanwhile (clause {@code org-1.b}). */
@NullMarked
@ApplicationModule(
        displayName = "Absences",
        allowedDependencies = {"core.evidence", "core.api", "core.organization"})
package org.hoshimori.core.absences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
