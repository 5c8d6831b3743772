/** What every page stands in: layout, error pages, languages, the security chain. */
@NullMarked
@ApplicationModule(displayName = "Frame", allowedDependencies = "core.identity")
package org.hoshimori.frame;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
