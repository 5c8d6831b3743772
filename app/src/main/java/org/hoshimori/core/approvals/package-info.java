/**
 * Asks the post that the regulation names: requests, who may decide them today, their decisions and what becomes of them. A
 * request is bound to the very record that it was made for; nobody decides his or her own.
 */
@NullMarked
@ApplicationModule(
        displayName = "Approvals",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.regulation",
            "core.organization",
            "core.absences",
            "core.posts",
            "core.grants",
            "core.identity",
            "core.notices"
        })
package org.hoshimori.core.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
