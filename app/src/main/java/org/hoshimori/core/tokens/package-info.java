/**
 * Secrets by which programs use the API: made by a person for himself or by an administrator for a program, shown once, bound to
 * scopes, at an end by a day, counted, and on record ({@code acc-1}).
 */
@NullMarked
@ApplicationModule(
        displayName = "Tokens",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.organization",
            "core.grants",
            "core.identity",
            "frame"
        })
package org.hoshimori.core.tokens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
