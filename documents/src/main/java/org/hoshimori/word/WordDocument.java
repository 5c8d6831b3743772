package org.hoshimori.word;

import java.util.List;
import java.util.Map;
import org.hoshimori.catalog.Lang;

/**
 * What a Word file says.
 *
 * @param properties what whoever made the file has written into it unseen (custom properties)
 * @param unread how many text boxes with words in them were left out
 */
public record WordDocument(
        List<WordParagraph> paragraphs, List<WordComment> comments, Map<String, String> properties, int unread) {

    /** Keeps its own copies. */
    public WordDocument {
        paragraphs = List.copyOf(paragraphs);
        comments = List.copyOf(comments);
        properties = Map.copyOf(properties);
    }

    /**
     * Reads a {@code .docx}; nothing is fetched or run.
     *
     * @throws WordUnreadable if it is none, locked, torn or larger than a regulation can be
     */
    public static WordDocument read(byte[] content) {
        WordFile file = WordFile.of(content);
        WordBody body = new WordBody(WordStyles.of(file));
        body.read(file.document());
        return new WordDocument(
                body.paragraphs(), WordMargin.comments(file), WordMargin.properties(file), body.unread());
    }

    /** The language of its words: Japanese if there is any kana worth mentioning. */
    public Lang language() {
        long kana = 0;
        long letters = 0;
        for (WordParagraph paragraph : paragraphs) {
            String text = paragraph.text();
            letters += text.codePoints().filter(Character::isLetter).count();
            kana += text.codePoints()
                    .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA)
                    .count();
        }
        return kana * 20 > letters ? Lang.JA : Lang.EN;
    }

    /** Its headed passages, all tracked changes accepted. */
    public List<Passage> passages() {
        return Passages.of(paragraphs);
    }
}
