/** Accounts of auditors from outside, who see for a time and change nothing (clause {@code acc-6}). */
@NullMarked
@ApplicationModule(
        displayName = "Auditors",
        allowedDependencies = {"core.evidence", "core.organization", "core.identity", "core.accounts"})
package org.hoshimori.core.auditors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
