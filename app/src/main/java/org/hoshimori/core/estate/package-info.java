/**
 * What several chapters speak of: systems, sites and rooms, devices and media, outside parties. What each is, who answers for it
 * and how confidential it is stands here; what a chapter asks of it stands in the chapter, by its id.
 */
@NullMarked
@ApplicationModule(
        displayName = "Estate",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.sheets",
            "core.regulation",
            "core.organization",
            "core.posts",
            "frame",
            "core.notices"
        })
package org.hoshimori.core.estate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
