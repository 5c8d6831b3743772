package org.hoshimori.cli;

import picocli.CommandLine;

/** A word that only leads to commands: {@code hoshimori regulation}. Without one of them it says what is missing. */
abstract class CommandGroup implements Runnable {

    @CommandLine.Mixin
    @SuppressWarnings("UnusedVariable") // for its help
    private final Common common = new Common();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public final void run() {
        throw new Refused("missing-command", spec.qualifiedName());
    }
}
