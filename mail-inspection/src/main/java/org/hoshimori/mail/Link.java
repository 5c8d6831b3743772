package org.hoshimori.mail;

/**
 * Something to click.
 *
 * @param shown the words that stand for it, empty for a picture
 * @param raw the target as written
 * @param url the target as a browser reads it, forwarders that name their target taken off
 * @param picture whether a picture stands for it
 * @param at where in the visible text it stands, in characters
 */
record Link(String shown, String raw, Url url, boolean picture, int at) {

    String host() {
        return url.host();
    }

    String domain() {
        return Domains.registrable(url.host());
    }
}
