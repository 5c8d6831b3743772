/** The regulation in force at an instant, and its typed parameters; everything at run time reads them here. */
@NullMarked
@ApplicationModule(
        displayName = "Regulation",
        allowedDependencies = {"core.storage", "core.evidence", "core.api"})
package org.hoshimori.core.regulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
