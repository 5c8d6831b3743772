/**
 * What goes out of the installation and comes back: backups, made while people work and restored into an empty place
 * ({@code ast-4.1}), and registers as spreadsheets.
 */
@NullMarked
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {"core.storage", "core.evidence", "core.sheets", "core.organization", "frame"})
package org.hoshimori.core.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
