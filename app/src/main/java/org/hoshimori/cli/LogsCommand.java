package org.hoshimori.cli;

import picocli.CommandLine;

/** {@code hoshimori logs …}: three years of gateway logs, kept, proved and questioned. */
@CommandLine.Command(
        name = "logs",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            LogsImportCommand.class,
            LogsListenCommand.class,
            LogsVerifyCommand.class,
            LogsReviewCommand.class,
            LogsMarkCommand.class,
            LogsReportCommand.class,
            LogsQueryCommand.class,
            LogsCompactCommand.class,
            LogsPurgeCommand.class,
            LogsStatsCommand.class
        })
final class LogsCommand extends CommandGroup {}
