package org.hoshimori.core.sheets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hoshimori.core.storage.Width;

/**
 * A column that a register knows.
 *
 * @param code as the register's form names it
 * @param required whether a newcomer must have it
 * @param lines whether it may be several lines long, which some write into rows below
 * @param exported whether it is written, too; otherwise it is only understood
 * @param ja what people call it in Japanese; it is exported under the first
 * @param en the same in English
 * @param choices what it may say, where that is not free
 */
public record Field(
        String code,
        boolean required,
        boolean lines,
        boolean exported,
        List<String> ja,
        List<String> en,
        List<Choice> choices) {

    /** Between what stands in brackets or after marks, and between a digit and letters. */
    private static final Pattern PARTS =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{N})(?=\\p{L})|(?<=\\p{L})(?=\\p{N})");

    /** A whole number as some programs write it: 3.0. */
    private static final Pattern WHOLE = Pattern.compile("^(\\d+)\\.0+$");

    private static final Pattern NEGATIVE = Pattern.compile("[-\u2212▲△]\\s*\\d");

    private static final Pattern SCALE = Pattern.compile("レベル|区分|ランク|クラス|評価|level|class|rank|lv|点|pt");

    /**
     * Something that a column may say.
     *
     * @param ja what people write for it in Japanese; the first is exported
     * @param en the same in English
     */
    public record Choice(String code, List<String> ja, List<String> en) {

        /** What is exported in a language. */
        public String label(Locale locale) {
            return (english(locale) ? en : ja).getFirst();
        }

        /** Whether it is called so in either language, whatever the width. */
        public boolean isCalled(String text) {
            String plain = Headings.plain(text);
            return plain.isEmpty() ? isSign(text) : meant(plain);
        }

        /** Signs mean something by themselves: ○ and ×. */
        boolean isSign(String text) {
            return Stream.concat(ja.stream(), en.stream()).anyMatch(text::equals);
        }

        boolean meant(String plain) {
            return plain.equals(Headings.plain(code))
                    || Stream.concat(ja.stream(), en.stream())
                            .map(Headings::plain)
                            .anyMatch(plain::equals);
        }

        /** Whether a part is one of the words with something added: 極秘情報. */
        boolean near(String part) {
            return meant(part)
                    || Stream.concat(ja.stream(), en.stream())
                            .map(Headings::plain)
                            .anyMatch(word -> word.length() > 1 && part.contains(word));
        }
    }

    /** Its heading in a language. */
    public String heading(Locale locale) {
        return (english(locale) ? en : ja).getFirst();
    }

    /** What it may say, in a language; empty where it is free. */
    public List<String> labels(Locale locale) {
        return choices.stream().map(c -> c.label(locale)).toList();
    }

    /** What is exported for a code, in a language; the code itself where it is none of the choices. */
    public String label(String choice, Locale locale) {
        return choices.stream()
                .filter(c -> c.code().equals(choice))
                .map(c -> c.label(locale))
                .findFirst()
                .orElse(choice);
    }

    /**
     * The code of what is meant by a text in either language, whatever the width; of a text like 3（極秘）or 極秘情報[3] the one thing
     * that all its parts mean.
     */
    Optional<String> choice(String said) {
        String text = WHOLE.matcher(said).replaceFirst("$1");
        Optional<String> whole =
                choices.stream().filter(c -> c.isCalled(text)).map(Choice::code).findFirst();
        return NEGATIVE.matcher(text).lookingAt() ? Optional.empty() : whole.or(() -> parts(text));
    }

    private Optional<String> parts(String text) {
        List<String> parts = PARTS.splitAsStream(Width.folded(text))
                .map(Headings::plain)
                .filter(part -> !part.isEmpty() && !SCALE.matcher(part).matches())
                .toList();
        List<String> meant = choices.stream()
                .filter(c -> parts.stream().anyMatch(c::meant))
                .map(Choice::code)
                .toList();
        return meant.size() == 1
                        && choices.stream()
                                .filter(c -> c.code().equals(meant.getFirst()))
                                .allMatch(c -> parts.stream().allMatch(c::near))
                ? Optional.of(meant.getFirst())
                : Optional.empty();
    }

    Stream<String> names() {
        return Stream.concat(ja.stream(), en.stream());
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
