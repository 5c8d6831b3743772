/** What people do, in a real browser at a real server; all of it stands among the tests. */
@NullMarked
package org.hoshimori.journeys;

import org.jspecify.annotations.NullMarked;
