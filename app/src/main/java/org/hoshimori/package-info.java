/** Hoshimori: a regulation that runs. */
@NullMarked
package org.hoshimori;

import org.jspecify.annotations.NullMarked;
