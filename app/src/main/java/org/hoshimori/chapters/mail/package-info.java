/**
 * "Is this mail dangerous?" ({@code itu-4.5}): everybody hands in a mail and is answered at once; one click reports it, whoever
 * answers for it settles the report and warns the others. A mail that nobody reports is erased within the hour.
 */
@NullMarked
@ApplicationModule(
        displayName = "Suspicious mail",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.regulation",
            "core.organization",
            "core.grants",
            "core.identity",
            "frame",
            "core.notices",
            "core.estate"
        })
package org.hoshimori.chapters.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
