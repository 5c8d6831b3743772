/**
 * What rooms say to be served at {@code /api/v1}: resources, who may read them, what may be done with them. Whoever serves them
 * asks the same front doors as the pages do; of HTTP and tokens a room needs to know nothing.
 */
@NullMarked
@ApplicationModule(displayName = "API", allowedDependencies = "core.evidence")
package org.hoshimori.core.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
