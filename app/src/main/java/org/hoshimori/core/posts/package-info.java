/** The posts of the regulation in force, who holds them and who acts in them on a day (clause {@code org-1}). */
@NullMarked
@ApplicationModule(
        displayName = "Posts",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.regulation",
            "core.organization",
            "core.absences"
        })
package org.hoshimori.core.posts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
