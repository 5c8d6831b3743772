/**
 * Where data lives: the data folder, its secrets, the database with its three log-ins, migrations, files by content. The
 * lowest room; it is opened before the application starts and knows nothing of what is kept.
 */
@NullMarked
@ApplicationModule(
        displayName = "Storage",
        allowedDependencies = {})
package org.hoshimori.core.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
