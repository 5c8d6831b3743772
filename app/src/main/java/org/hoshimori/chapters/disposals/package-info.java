/**
 * Media at the end of their way ({@code ast-3}): disposed of or used again, by a method that the regulation's tables allow for
 * their kind, and never otherwise.
 */
@NullMarked
@ApplicationModule(
        displayName = "Disposals",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.regulation",
            "core.organization",
            "core.grants",
            "core.identity",
            "frame",
            "core.estate",
            "core.legal"
        })
package org.hoshimori.chapters.disposals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
