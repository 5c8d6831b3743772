/**
 * Passkeys (WebAuthn): several a person, each with its name, by which one comes in without a password; one stands for the second
 * factor ({@code acc-1.d}).
 */
@NullMarked
@ApplicationModule(
        displayName = "Passkeys",
        allowedDependencies = {"core.storage", "core.evidence", "core.organization", "core.identity"})
package org.hoshimori.core.passkeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
