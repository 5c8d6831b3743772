/** Measurements, run by hand with {@code bin/bench}; never part of a test. */
@NullMarked
package org.hoshimori.benchmarks;

import org.jspecify.annotations.NullMarked;
