/** How the regulation in force is kept: clause by clause, chapter by chapter and by category of NIST CSF, today and over the year. */
@NullMarked
@ApplicationModule(
        displayName = "Posture",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.regulation",
            "core.grants",
            "core.checks",
            "core.findings"
        })
package org.hoshimori.core.posture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
