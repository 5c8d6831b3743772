/**
 * What checks have found, to work on: findings with the names concerned, corrective actions by cause ({@code org-2.b}), and
 * exceptions for a time.
 */
@NullMarked
@ApplicationModule(
        displayName = "Findings",
        allowedDependencies = {
            "core.evidence",
            "core.api",
            "core.regulation",
            "core.organization",
            "core.identity",
            "core.approvals",
            "core.checks"
        })
package org.hoshimori.core.findings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
