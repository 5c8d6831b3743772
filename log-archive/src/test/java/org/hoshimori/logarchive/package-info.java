@org.jspecify.annotations.NullMarked
package org.hoshimori.logarchive;
