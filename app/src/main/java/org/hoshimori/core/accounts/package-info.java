/**
 * Accounts as people and administrators look after them: invitations, forgotten passwords, one's own account
 * (clause {@code acc-3}).
 */
@NullMarked
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {
            "core.evidence",
            "core.api",
            "core.sheets",
            "core.organization",
            "core.identity",
            "core.factors"
        })
package org.hoshimori.core.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
