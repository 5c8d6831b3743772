package org.hoshimori.cli;

import picocli.CommandLine;

/** {@code hoshimori regulation …}: the regulation as text and data. */
@CommandLine.Command(
        name = "regulation",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            InitCommand.class,
            AdoptCommand.class,
            ListCommand.class,
            ShowCommand.class,
            LintCommand.class,
            DiffCommand.class,
            RenderCommand.class,
            ParamCommand.class,
            RebaseCommand.class,
            ImportCommand.class,
            ReadWordCommand.class
        })
final class RegulationCommand extends CommandGroup {}
