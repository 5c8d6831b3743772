package org.hoshimori.cli;

import picocli.AutoComplete;
import picocli.CommandLine;

/** {@code hoshimori generate-completion}: a script that completes commands and options in bash and zsh. */
@CommandLine.Command(name = "generate-completion")
final class CompletionCommand implements Runnable {

    private final Terminal terminal;

    @CommandLine.Mixin
    @SuppressWarnings("UnusedVariable") // for its help
    private final Common common = new Common();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        CommandLine root = spec.root().commandLine();
        terminal.out().print(AutoComplete.bash(root.getCommandName(), root));
    }
}
