/**
 * The company's directory (LDAP, Active Directory), read and never written: who is there and not here, and the other way round
 * ({@code acc-3}, {@code acc-4.b}). Nothing changes here unless somebody confirms it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"core.storage", "core.evidence", "core.organization", "frame", "core.duties"})
package org.hoshimori.core.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
