package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody is away, and somebody else stands in.
 *
 * @param lastDay the last day away
 */
public record Absence(UUID id, PersonId person, LocalDate firstDay, LocalDate lastDay, PersonId deputy) {}
