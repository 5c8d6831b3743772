/** How what somebody holds, in every room, goes to somebody else when he or she leaves (clause {@code org-1.b}). */
@NullMarked
@ApplicationModule(
        displayName = "Hand-overs",
        allowedDependencies = {"core.evidence", "core.organization"})
package org.hoshimori.core.handovers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
