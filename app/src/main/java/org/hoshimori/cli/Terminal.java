package org.hoshimori.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hoshimori.catalog.Lang;

/** Where a command speaks, and in which language. */
record Terminal(PrintStream out, PrintStream err, Lang lang) {

    /** Where what is printed is lost. */
    static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    /** A line of this message on standard output. */
    void say(String code, String... arguments) {
        out.println(Says.of(code, lang, List.of(arguments)));
    }

    /** A word of ours in the user's language. */
    String word(String code) {
        return Says.of(code, lang, List.of());
    }

    /** A line of this message on standard error, with a second line that says what to do if there is one. */
    void complain(String code, String... arguments) {
        err.println(Says.of(code, lang, List.of(arguments)));
        String hint = Says.find(code + ".hint", lang, List.of(arguments));
        if (!hint.isEmpty()) {
            err.println("  → " + hint);
        }
    }
}
