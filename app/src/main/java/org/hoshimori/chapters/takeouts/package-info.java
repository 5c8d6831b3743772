/**
 * Information assets that leave the house ({@code ast-2}): permitted by whom the regulation names, protected by the measures that
 * their medium needs, signed for when they leave and when they come back.
 */
@NullMarked
@ApplicationModule(
        displayName = "Take-outs",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.regulation",
            "core.organization",
            "core.posts",
            "core.grants",
            "core.identity",
            "frame",
            "core.notices",
            "core.approvals",
            "core.estate",
            "core.legal"
        })
package org.hoshimori.chapters.takeouts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
