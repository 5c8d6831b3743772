/** My day: what one must decide, must do, and what has changed. */
@NullMarked
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {
            "core.evidence",
            "core.regulation",
            "core.company",
            "core.organization",
            "core.posts",
            "core.grants",
            "core.identity",
            "frame"
        })
package org.hoshimori.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
