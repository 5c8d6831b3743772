/** Tests of the OSCAL library. */
@NullMarked
package org.hoshimori.oscal;

import org.jspecify.annotations.NullMarked;
