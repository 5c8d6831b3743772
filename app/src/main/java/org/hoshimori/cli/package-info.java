/** The command line: {@code hoshimori COMMAND}. Exit codes: 0 fine, 1 findings, 2 wrong use or input, 3 a fault of ours. */
@NullMarked
package org.hoshimori.cli;

import org.jspecify.annotations.NullMarked;
