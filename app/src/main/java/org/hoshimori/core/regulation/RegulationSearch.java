package org.hoshimori.core.regulation;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** Finds words in the regulation in force. */
@Service
public class RegulationSearch {

    private final RegulationInForce inForce;
    private final Readings readings;

    RegulationSearch(RegulationInForce inForce, Readings readings) {
        this.inForce = inForce;
        this.readings = readings;
    }

    /**
     * A place where words stand.
     *
     * @param address of the page that shows it
     * @param section number and title of the section
     * @param words the words around those that were looked for
     */
    public record Hit(String address, String section, String words) {}

    /** Places where all of the words (parted by blanks, in any width and case) stand, in the regulation's order, no more than {@code most}. */
    public List<Hit> find(String words, Locale locale, int most) {
        if (words.isBlank()) {
            return List.of();
        }
        Revision revision = inForce.now();
        Reading reading = readings.of(revision, locale);
        return reading.find(words, most).stream()
                .map(f -> new Hit(
                        "/regulation/" + revision.number() + "/read/"
                                + reading.chapterOf(f.id()).orElse("org") + "#" + f.id(),
                        f.section(),
                        f.words()))
                .toList();
    }
}
