/** My day: what one must decide, must do, and what has changed. */
@NullMarked
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {"core.identity", "core.organization", "core.regulation", "core.evidence", "frame"})
package org.hoshimori.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
