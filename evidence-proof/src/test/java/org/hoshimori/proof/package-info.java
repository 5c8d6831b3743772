@NullMarked
package org.hoshimori.proof;

import org.jspecify.annotations.NullMarked;
