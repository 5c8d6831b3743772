/**
 * What whom by when: the duties that the regulation in force implies, again and again or after something has happened; planned,
 * reminded of, escalated, done with evidence.
 */
@NullMarked
@ApplicationModule(
        displayName = "Duties",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.regulation",
            "core.company",
            "core.organization",
            "core.posts",
            "core.grants",
            "core.identity",
            "frame",
            "core.notices",
            "core.posture"
        })
package org.hoshimori.core.duties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
