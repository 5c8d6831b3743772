package org.hoshimori.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which styles are headings, and of which level. */
final class WordStyles {

    private static final Pattern HEADING = Pattern.compile("(?:heading|見出し) ?([1-9])");
    private static final int DEEPEST = 9;
    private static final int MOST_ANCESTORS = 20;

    private final Map<String, Style> styles = new HashMap<>();

    private static final class Style {
        private String name = "";
        private String basedOn = "";
        private int outline;
        private boolean numbered;
    }

    static WordStyles of(WordFile file) {
        WordStyles styles = new WordStyles();
        file.beside("styles.xml").ifPresent(styles::read);
        return styles;
    }

    private void read(XMLStreamReader xml) {
        Style style = new Style();
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "style" -> {
                            style = new Style();
                            styles.put(WordBody.attribute(xml, "styleId"), style);
                        }
                        case "name" -> style.name = WordBody.value(xml).toLowerCase(Locale.ROOT);
                        case "basedOn" -> style.basedOn = WordBody.value(xml);
                        case "outlineLvl" -> style.outline = outline(WordBody.value(xml));
                        case "numId" -> style.numbered = true;
                        default -> {}
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new WordUnreadable(WordUnreadable.Problem.DAMAGED);
        }
        styles.values().forEach(s -> {
            Matcher heading = HEADING.matcher(s.name);
            if (s.outline == 0 && heading.matches()) {
                s.outline = Integer.parseInt(heading.group(1));
            }
        });
    }

    /** Levels count from 0 in the file, and 9 means none. */
    static int outline(String value) {
        return value.matches("[0-8]") ? Integer.parseInt(value) + 1 : 0;
    }

    String name(String id) {
        Style style = styles.get(id);
        return style == null ? id.toLowerCase(Locale.ROOT) : style.name;
    }

    int level(String id) {
        Style style = styles.get(id);
        for (int i = 0; style != null && i < MOST_ANCESTORS; i++) {
            if (style.outline > 0) {
                return Math.min(DEEPEST, style.outline);
            }
            style = styles.get(style.basedOn);
        }
        return 0;
    }

    boolean numbered(String id) {
        Style style = styles.get(id);
        return style != null && style.numbered;
    }
}
