/**
 * The company's single sign-on (OpenID Connect): who comes from there is matched with people who are known here, never entered;
 * groups there are proposals of posts here ({@code acc-1}, {@code acc-3}).
 */
@NullMarked
@ApplicationModule(
        displayName = "Single sign-on",
        allowedDependencies = {"core.storage", "core.evidence", "core.organization", "core.posts", "core.identity"})
package org.hoshimori.core.signon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
