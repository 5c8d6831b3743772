/** Second factors of accounts: codes of an authenticator app and recovery codes (clause {@code acc-1.d}). */
@NullMarked
@ApplicationModule(
        displayName = "Second factors",
        allowedDependencies = {"core.storage", "core.evidence", "core.organization", "core.identity"})
package org.hoshimori.core.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
