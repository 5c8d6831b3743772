package org.hoshimori.core.absences;

import java.time.LocalDate;
import java.util.UUID;
import org.hoshimori.core.organization.PersonId;

/**
 * Somebody is away, and somebody else stands in.
 *
 * @param lastDay the last day away
 */
public record Absence(UUID id, PersonId person, LocalDate firstDay, LocalDate lastDay, PersonId deputy) {}
