/**
 * The company's terminals as the door knows them: which device holds which client certificate, until when, and which are revoked
 * ({@code acc-7}, {@code acc-9.4}).
 */
@NullMarked
@ApplicationModule(
        displayName = "Terminals",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.organization",
            "core.identity",
            "core.estate"
        })
package org.hoshimori.core.terminals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
