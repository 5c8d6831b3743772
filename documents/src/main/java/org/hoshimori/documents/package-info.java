/**
 * The finished regulation on paper and screen: Word, PDF, HTML and Markdown, and the statement of applicability as a
 * spreadsheet. {@link org.hoshimori.documents.Document} says what prints, independent of any format;
 * {@link org.hoshimori.documents.Documents} writes it. The same input always gives the same bytes.
 */
@NullMarked
package org.hoshimori.documents;

import org.jspecify.annotations.NullMarked;
