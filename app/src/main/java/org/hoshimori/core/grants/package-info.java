/**
 * What somebody may do beyond what everybody may: permissions granted by name, for a time, and what follows from
 * posts (clause {@code acc-1.b}).
 */
@NullMarked
@ApplicationModule(
        displayName = "Grants",
        allowedDependencies = {"core.evidence", "core.organization", "core.posts"})
package org.hoshimori.core.grants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
