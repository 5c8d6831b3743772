/**
 * Three years of gateway logs, kept, proved and questioned (clauses {@code inf-3.b} to {@code d} and {@code f}). Lines of many formats
 * become rows in the words of OCSF {@value org.hoshimori.logarchive.Archive#OCSF}, kept as Parquet by source and day; a chained
 * manifest proves them; rules question them. Nothing here opens a connection of its own accord.
 */
@NullMarked
package org.hoshimori.logarchive;

import org.jspecify.annotations.NullMarked;
