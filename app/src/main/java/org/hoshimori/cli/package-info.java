/** The command line: what a terminal can ask of the product, and the start of the application. */
@NullMarked
@ApplicationModule(
        displayName = "Command line",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.sheets",
            "core.regulation",
            "core.accounts",
            "core.checks",
            "core.posture",
            "core.exchange",
            "chapters.assets",
            "chapters.backups",
            "chapters.logs",
            "home",
            "demo"
        })
package org.hoshimori.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
