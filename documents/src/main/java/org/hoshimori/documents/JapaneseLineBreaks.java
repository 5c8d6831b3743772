package org.hoshimori.documents;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line may end: the JDK's rules, and strict kinsoku (JIS X 4051) for small kana, long vowels and brackets. */
final class JapaneseLineBreaks implements FSTextBreaker {

    private static final String NEVER_FIRST = "、。，．・：；？！゛゜´｀¨ヽヾゝゞ々ー―‐／～…‥’”）〕］｝〉》」』】°′″℃％‰ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";

    private static final String NEVER_LAST = "‘“（〔［｛〈《「『【￥＄※";

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
}
