/**
 * The record of who did what when: append-only, sealed, provable to an outsider. Other rooms publish what happened as
 * {@link org.hoshimori.core.evidence.Evident} events; in the same transaction this room appends them. Nothing else
 * writes evidence.
 */
@NullMarked
@ApplicationModule(displayName = "Evidence", allowedDependencies = "core.storage")
package org.hoshimori.core.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
