/**
 * Reads Word files that others have written: headed passages, tables, tracked changes and comments. Text boxes, pictures, heads and
 * feet of pages are left out, and counted where words are in them.
 */
@NullMarked
package org.hoshimori.word;

import org.jspecify.annotations.NullMarked;
