/**
 * Who is at the keyboard and what he or she may do: log-in under the regulation in force ({@code acc-2}, {@code acc-5},
 * {@code acc-9.3}), sessions, permissions.
 */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {
            "core.storage",
            "core.evidence",
            "core.api",
            "core.passwords",
            "core.regulation",
            "core.organization",
            "core.posts",
            "core.grants"
        })
package org.hoshimori.core.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
