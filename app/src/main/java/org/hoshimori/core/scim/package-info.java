/**
 * SCIM 2.0 (RFC 7643, RFC 7644) for people in: an identity provider tells who joins, changes and leaves, and the register of people
 * takes it as it takes it from a page. It opens no accounts, gives no permissions and so never makes an administrator.
 */
@NullMarked
@ApplicationModule(
        displayName = "SCIM",
        allowedDependencies = {"core.storage", "core.evidence", "core.api", "core.organization", "core.tokens"})
package org.hoshimori.core.scim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
