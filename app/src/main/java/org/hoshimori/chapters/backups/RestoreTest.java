package org.hoshimori.chapters.backups;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody has tried to restore from a plan's backups.
 *
 * @param restored what, in words
 * @param minutes how long it took
 * @param by who, as the record names people
 */
public record RestoreTest(
        UUID id, LocalDate testedOn, String restored, int minutes, boolean succeeded, String note, String by) {}
