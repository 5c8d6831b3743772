/**
 * Webhooks: other systems are told that something has happened – what, when, to which id, never in which words – signed, in the order
 * in which it can be delivered, at least once. What is told is written in the transaction of the act.
 */
@NullMarked
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {"core.storage", "core.evidence", "core.api", "frame", "core.checks"})
package org.hoshimori.core.hooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
