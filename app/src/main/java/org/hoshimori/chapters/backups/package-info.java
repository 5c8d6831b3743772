/**
 * What is backed up, how and how often ({@code ast-4.1}), where it is kept ({@code ast-4.2}), what each run came to, and that
 * restoring has been tried.
 */
@NullMarked
@ApplicationModule(
        displayName = "Backup plans",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.regulation",
            "core.company",
            "core.organization",
            "core.grants",
            "core.identity",
            "frame",
            "core.notices",
            "core.estate",
            "core.legal",
            "core.duties"
        })
package org.hoshimori.chapters.backups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
