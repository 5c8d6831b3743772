/**
 * Whether a password is based on what attackers try first ({@code acc-5.strong}): listed passwords, words and names in English and
 * in romaji, rows of keys, dates, with the usual decorations; and how passwords are hashed. Knows nothing of people or accounts.
 */
@NullMarked
@ApplicationModule(
        displayName = "Passwords",
        allowedDependencies = {})
package org.hoshimori.core.passwords;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
