package org.hoshimori.documents;

import java.io.IOException;
import java.util.Map;

/** Writes a Word file (ECMA-376 transitional) with real styles, numbering, bookmarks and a table of contents. */
final class WordWriter {

    private WordWriter() {}

    static byte[] write(Document document, Map<String, String> properties) throws IOException {
        Labels labels = Labels.in(document.lang());
        WordMarkup word = new WordMarkup(new Bookmarks(document));
        WordPhrase phrases = new WordPhrase(word, document);
        WordTables tables = new WordTables(word, phrases, labels);
        WordBlocks blocks = new WordBlocks(word, phrases, tables, labels);
        new WordFront(word, phrases, tables, document).write();
        document.chapters().forEach(blocks::chapter);
        return new WordParts(document, properties).zip(word.out().toString(), blocks.stepLists());
    }
}
