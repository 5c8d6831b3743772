/**
 * Spreadsheets as people keep them: reads .xlsx, .xls and .csv, finds the headings and what they mean, tells what is wrong by cell,
 * and writes files that Excel opens. What a register makes of a row the register says itself, as an
 * {@link org.hoshimori.core.sheets.Importable}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Sheets",
        allowedDependencies = {"core.storage", "core.evidence"})
package org.hoshimori.core.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
