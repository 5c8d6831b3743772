package org.hoshimori.mail;

import java.util.Locale;

/** A supporting fact that holds, with its place and the words that show it. */
public record Fact(FactName name, String where, Reason reason) {

    /** Whether it speaks for the mail, not against it. */
    public boolean reassures() {
        return name.weight() < 0 || name == FactName.VOUCHED_SENDER;
    }

    /** Where it was found, in words; empty where there is nothing to point at. */
    public String place(Locale locale) {
        return Place.text(where, locale);
    }

    static Fact of(FactName name, String where, String... arguments) {
        return new Fact(name, where, Reason.of("fact." + name.id(), arguments));
    }
}
