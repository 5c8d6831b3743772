/**
 * Who received or processed which satellite remote sensing record, and on what ground ({@code ast-1.5}): an append-only log in which
 * a mistake is put right by a further entry.
 */
@NullMarked
@ApplicationModule(
        displayName = "Processing log",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.sheets",
            "core.regulation",
            "core.organization",
            "core.grants",
            "core.identity",
            "frame",
            "core.estate"
        })
package org.hoshimori.chapters.processing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
