/** YAML as people write it by hand, with the place of every node, so that an error can say where. */
@NullMarked
package org.hoshimori.yaml;

import org.jspecify.annotations.NullMarked;
