package org.hoshimori.frame;

import java.util.List;
import java.util.Locale;

/** What a room finds for the search at the head of every page. Any room may implement it. */
public interface SearchHits {

    /** Message code of the heading above what is found. */
    String heading();

    /**
     * A place that is found.
     *
     * @param address of the page
     * @param title what the link says
     * @param words what stands below it, or empty
     */
    record Hit(String address, String title, String words) {}

    /**
     * The first places that match, no more than {@code most}; only what the person who asks may see.
     *
     * @param words as they were typed, not blank
     */
    List<Hit> find(String words, Locale locale, int most);
}
