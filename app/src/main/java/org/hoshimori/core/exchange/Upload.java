package org.hoshimori.core.exchange;

import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.sheets.Review;

/**
 * A table that somebody has sent to be imported.
 *
 * @param taken what it came to, once it is taken in
 */
record Upload(UUID id, String register, String name, String sha256, Optional<Review.Counts> taken) {}
