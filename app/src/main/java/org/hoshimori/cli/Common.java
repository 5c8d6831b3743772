package org.hoshimori.cli;

import picocli.CommandLine;

/** Options that every command takes. */
@SuppressWarnings("UnusedVariable") // picocli itself reads what the command does not
final class Common {

    /** Read before anything else by {@link Languages}; stands here so that help shows it and other values are refused. */
    @CommandLine.Option(names = "--lang", paramLabel = "ja|en", descriptionKey = "lang")
    private Language lang = Language.ja;

    @CommandLine.Option(
            names = {"-q", "--quiet"},
            descriptionKey = "quiet")
    private boolean quiet;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help")
    private boolean help;

    /** Languages as the option writes them. */
    enum Language {
        ja,
        en
    }

    /** As {@code --quiet}, given before the command's name. */
    void beQuiet() {
        quiet = true;
    }

    boolean quiet() {
        return quiet;
    }
}
