package org.hoshimori.mail;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Faults of grammar that no Japanese writer makes, by parts of speech. */
final class JapaneseGrammar {

    private static final int LONGEST = 2_000;
    private static final String CASE_PARTICLE = "助詞-格助詞-一般";
    private static final Set<String> CASES = Set.of("を", "が", "に", "へ");

    private JapaneseGrammar() {}

    /** Quoted places, at most a few. */
    static List<String> faults(String text) {
        List<String> faults = new ArrayList<>();
        try (JapaneseTokenizer tokens = new JapaneseTokenizer(null, false, false, JapaneseTokenizer.Mode.NORMAL)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PartOfSpeechAttribute part = tokens.addAttribute(PartOfSpeechAttribute.class);
            tokens.setReader(new StringReader(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
            tokens.reset();
            String before = "";
            String beforePart = "";
            while (tokens.incrementToken() && faults.size() < 3) {
                String word = term.toString();
                String speech = String.valueOf(part.getPartOfSpeech());
                boolean two = beforePart.startsWith(CASE_PARTICLE)
                        && speech.startsWith(CASE_PARTICLE)
                        && CASES.contains(before)
                        && CASES.contains(word);
                boolean objectless =
                        before.equals("を") && (word.equals("です") || word.equals("でした") || word.equals("。"));
                if (two || objectless) {
                    faults.add(before + word);
                }
                before = word;
                beforePart = speech;
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }
}
