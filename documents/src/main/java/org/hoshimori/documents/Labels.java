package org.hoshimori.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.hoshimori.catalog.Lang;

/** The documents' own words, in one language. */
final class Labels {

    private static final Labels JA = new Labels(Lang.JA);
    private static final Labels EN = new Labels(Lang.EN);

    private final Properties words = new Properties();
    private final Lang lang;

    private Labels(Lang lang) {
        this.lang = lang;
        String resource = "labels." + lang.tag() + ".properties";
        try (InputStream in = Objects.requireNonNull(Labels.class.getResourceAsStream(resource), resource)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Labels in(Lang lang) {
        return lang == Lang.JA ? JA : EN;
    }

    /** The words of a key, with the arguments inserted where there are any. */
    String get(String key, Object... arguments) {
        String pattern = Objects.requireNonNull(words.getProperty(key), key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /** The word that tells an open place without colour. */
    String of(Run.State state) {
        return switch (state) {
            case FILL -> get("fill");
            case CHOOSE -> get("choose");
            case SET, SAMPLE -> "";
        };
    }

    /** A chapter's number and title as its heading says them. */
    String chapter(Chapter chapter) {
        return chapter.number().isEmpty()
                ? chapter.title().plain()
                : get("chapter.title", chapter.number(), chapter.title().plain());
    }

    /** A unit's word; a unit that we have no word for stays as it is. */
    String unit(String code) {
        return words.getProperty("unit." + code, code);
    }

    /** A section's number as it prints: a single number takes a dot. */
    static String section(String number) {
        return number.indexOf('.') < 0 ? number + "." : number;
    }

    /** The sentence of a clause that does not apply. */
    String excluded(Phrase reason) {
        return reason.isEmpty() ? get("excluded.no-reason") : get("excluded.reason", reason.plain());
    }

    /** Edition and date in one line, and whether it is a draft: what stands at the foot of a page. */
    String edition(Document document) {
        String edition = document.revision().plain();
        if (!document.effectiveOn().isEmpty()) {
            edition += "　" + get("effective-on") + " " + document.effectiveOn().plain();
        }
        return document.draft() ? get("draft.long") + "　" + edition : edition;
    }

    /** What parts the members of a list within a line. */
    String comma() {
        return lang == Lang.JA ? "、" : ", ";
    }

    Lang lang() {
        return lang;
    }
}
