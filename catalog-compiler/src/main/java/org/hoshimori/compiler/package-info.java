/** Reads the catalog's files as people edit them, refuses what is not whole, and emits what the product reads. */
@NullMarked
package org.hoshimori.compiler;

import org.jspecify.annotations.NullMarked;
