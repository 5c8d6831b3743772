package org.hoshimori.core.duties;

import java.time.LocalDate;

/**
 * A time in which a duty is to be done once.
 *
 * @param start its first day
 * @param due the day by which it is to be done, be it a business day or not
 */
record Period(LocalDate start, LocalDate due) {}
