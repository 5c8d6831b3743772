/**
 * The gateways' logs: how their archive stands ({@code inf-3.b}, {@code inf-3.c}), what reviews of it found and what reviewers said of
 * that ({@code inf-3.d}), and the monthly report. Lines become rows by {@code hoshimori logs}; nothing is imported or purged here.
 */
@NullMarked
@ApplicationModule(
        displayName = "Gateway logs",
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
            "core.estate",
            "core.duties"
        })
package org.hoshimori.chapters.logs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
