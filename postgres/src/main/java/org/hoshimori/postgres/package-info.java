/**
 * A PostgreSQL 18 that lives in a data folder: unpacked, made, started, found again after a crash, and stopped. Durable,
 * on the loopback address only, every log-in by password. What stands in the way is refused in words
 * ({@link org.hoshimori.postgres.PostgresRefused}); nothing of the user's is removed or overwritten.
 *
 * <p>In the data folder: {@code hoshimori.lock} (one application at a time), {@code postgres/} ({@code bin-…},
 * {@code cluster}, {@code log}, {@code pg_hba.conf}, {@code port}) and {@code secrets/postgres-owner}.
 */
@NullMarked
package org.hoshimori.postgres;

import org.jspecify.annotations.NullMarked;
