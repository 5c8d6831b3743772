package org.hoshimori.mail;

import java.util.List;

/**
 * What a reader of the message sees, and what the HTML holds beside it.
 *
 * @param text all visible text, plain and HTML
 * @param hidden text that the HTML holds but does not show
 * @param links to the web and elsewhere, in order
 * @param forms targets of forms; empty string for one without
 * @param asksSecret whether a form has a field for a password or card number
 * @param images pictures loaded from elsewhere or brought along, large enough to be seen
 * @param script whether it holds program code
 * @param jumps target of an automatic forwarding, empty if none
 * @param html whether there is any HTML
 */
record Page(
        String text,
        String hidden,
        List<Link> links,
        List<String> forms,
        boolean asksSecret,
        int images,
        boolean script,
        String jumps,
        boolean html) {

    Page {
        links = List.copyOf(links);
        forms = List.copyOf(forms);
    }
}
