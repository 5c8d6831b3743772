/**
 * Recognises the sample's clauses in a text that an operator has written in its own words: which sentence answers which, which values and
 * choices it has, what is worded otherwise, what is the operator's own and what is missing. It only proposes; the same text always
 * gives the same proposals, each with its score explained.
 */
@NullMarked
package org.hoshimori.recognition;

import org.jspecify.annotations.NullMarked;
