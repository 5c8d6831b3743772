package org.hoshimori.mail;

/** A supporting fact that holds, with its place and the words that show it. */
public record Fact(FactName name, String where, Reason reason) {

    static Fact of(FactName name, String where, String... arguments) {
        return new Fact(name, where, Reason.of("fact." + name.id(), arguments));
    }
}
