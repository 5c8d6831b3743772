package org.hoshimori.documents;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line may end: the JDK's rules, and strict kinsoku (JIS X 4051) for small kana, long vowels and brackets. */
final class JapaneseLineBreaks implements FSTextBreaker {

    private static final String NEVER_FIRST = "、。，．・：；？！゛゜´｀¨ヽヾゝゞ々ー―‐／～…‥’”）〕］｝〉》」』】°′″℃％‰ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";

    private static final String NEVER_LAST = "‘“（〔［｛〈《「『【￥＄※";

    private static final String CLOSING = ",.;:!?)]}\"'%";
    private static final String OPENING = "([{\"'";
    private static final int FIRST_CJK = 0x2E80;

    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.JAPANESE);
    private String text = "";

    @Override
    public void setText(String newText) {
        text = newText;
        breaks.setText(newText);
    }

    @Override
    public int next() {
        int at = breaks.next();
        while (at != BreakIterator.DONE && at < text.length() && at > 0 && forbidden(at)) {
            at = breaks.next();
        }
        return at;
    }

    private boolean forbidden(int at) {
        return NEVER_FIRST.indexOf(text.charAt(at)) >= 0 || NEVER_LAST.indexOf(text.charAt(at - 1)) >= 0;
    }

    /** Whether a line may end between these two characters, of which neither tells where its sentence is. */
    static boolean mayPart(int before, int after) {
        if (Character.isWhitespace(before) || Character.isWhitespace(after)) {
            return true;
        }
        boolean latin = before < FIRST_CJK && after < FIRST_CJK;
        return !latin
                && NEVER_FIRST.indexOf(after) < 0
                && CLOSING.indexOf(after) < 0
                && NEVER_LAST.indexOf(before) < 0
                && OPENING.indexOf(before) < 0;
    }
}
