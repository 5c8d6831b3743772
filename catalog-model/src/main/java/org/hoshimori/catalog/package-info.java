/** The sample regulation as data. */
@NullMarked
package org.hoshimori.catalog;

import org.jspecify.annotations.NullMarked;
