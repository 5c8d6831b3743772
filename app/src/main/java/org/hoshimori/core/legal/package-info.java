/**
 * What laws fix about information, whatever is done with it ({@code ast-1.1.e} and its like in other chapters): the laws that the
 * regulation names, what each asks for, and the measures that were taken where somebody did something with what a law governs.
 */
@NullMarked
@ApplicationModule(
        displayName = "Legal handling",
        allowedDependencies = {"core.storage", "core.evidence", "core.regulation", "frame", "core.estate"})
package org.hoshimori.core.legal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
