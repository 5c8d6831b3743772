/**
 * Is this mail dangerous? A message becomes the indicators of targeted mail (clause {@code itu-4.5}), each with its place
 * and reason, the regulation's count and our own verdict. Nothing here opens a connection or runs what it reads.
 */
@NullMarked
package org.hoshimori.mail;

import org.jspecify.annotations.NullMarked;
