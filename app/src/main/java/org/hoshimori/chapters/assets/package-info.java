/**
 * The register of information assets ({@code ast-1}): what there is, how confidential it is and why, who answers for it and who
 * may use it. Every department keeps its own assets; the name of a top-secret one is known only to those who may use it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Information assets",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.sheets",
            "core.regulation",
            "core.organization",
            "core.posts",
            "core.grants",
            "core.identity",
            "frame",
            "core.notices",
            "core.approvals",
            "core.estate",
            "core.legal",
            "core.duties"
        })
package org.hoshimori.chapters.assets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
