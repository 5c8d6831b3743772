package org.hoshimori.core.sheets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

        boolean meant(String plain) {
            return plain.equals(Headings.plain(code))
                    || Stream.concat(ja.stream(), en.stream())
                            .map(Headings::plain)
                            .anyMatch(plain::equals);
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

    /** The code of what is meant by a text in either language, whatever the width. */
    Optional<String> choice(String text) {
        String plain = Headings.plain(text);
        return choices.stream().filter(c -> c.meant(plain)).map(Choice::code).findFirst();
    }

    Stream<String> names() {
        return Stream.concat(ja.stream(), en.stream());
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
