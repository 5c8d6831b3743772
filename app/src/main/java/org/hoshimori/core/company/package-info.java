/** The company that this installation serves: what it is called and does, its fiscal years and the days on which it works. */
@NullMarked
@ApplicationModule(
        displayName = "Company",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
        })
package org.hoshimori.core.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
