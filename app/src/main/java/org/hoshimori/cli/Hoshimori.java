package org.hoshimori.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.hoshimori.catalog.Lang;
import picocli.CommandLine;

/** The program: {@code hoshimori COMMAND}. */
@CommandLine.Command(
        name = "hoshimori",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            EvidenceCommand.class,
            BackupCommand.class,
            BackupResultCommand.class,
            RestoreCommand.class,
            SheetCommand.class,
            TlsCommand.class,
            AdminCommand.class,
            PostureCommand.class,
            CheckCommand.class,
            RegulationCommand.class,
            OscalCommand.class,
            MailCommand.class,
            LogsCommand.class,
            CompletionCommand.class
        })
public final class Hoshimori extends CommandGroup {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "version")
    @SuppressWarnings("UnusedVariable") // picocli itself answers it
    private boolean version;

    private Hoshimori() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        // Whatever the terminal's locale says, what we print is UTF-8.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(List.of(args), System.getenv(), out, err, PATIENCE);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs a command; returns its exit code. It says that it is still at work once {@code patience} is over. */
    static int run(
            List<String> args, Map<String, String> environment, PrintStream out, PrintStream err, Duration patience) {
        Lang lang = Languages.of(args, environment);
        Terminal terminal = new Terminal(out, err, lang);
        CommandLine line = line(terminal);
        line.setParameterExceptionHandler((e, rest) -> Errors.wrongUse(e, terminal));
        line.setExecutionExceptionHandler((e, command, parsed) -> Errors.failed(e, terminal));
        if (args.isEmpty()) {
            line.usage(err);
            return Exit.WRONG;
        }
        line.setExecutionStrategy(parsed -> execute(parsed, terminal, patience));
        try {
            return line.execute(Arrays.copyOf(args.toArray(), args.size(), String[].class));
        } catch (StackOverflowError | OutOfMemoryError e) {
            return Errors.failed(e, terminal);
        }
    }

    /** All commands, speaking to this terminal. */
    static CommandLine line(Terminal terminal) {
        CommandLine line = new CommandLine(new Hoshimori(), new Commands(terminal));
        line.setResourceBundle(ResourceBundle.getBundle(
                "org.hoshimori.cli.help", Languages.locale(terminal.lang()), Languages.CONTROL));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private static int execute(CommandLine.ParseResult parsed, Terminal terminal, Duration patience) {
        CommandLine.ParseResult last = parsed;
        boolean quiet = parsed.hasMatchedOption("--quiet");
        while (last.hasSubcommand()) {
            last = last.subcommand();
            quiet |= last.hasMatchedOption("--quiet");
        }
        CommandLine.Model.CommandSpec command = last.commandSpec();
        CommandLine.Model.CommandSpec mixin = command.mixins().get("common");
        if (quiet && mixin != null && mixin.userObject() instanceof Common options) {
            options.beQuiet();
        }
        if (quiet
                || command.userObject() instanceof InitCommand
                || command.userObject() instanceof ServeCommand
                || command.userObject() instanceof LogsListenCommand) {
            return new CommandLine.RunLast().execute(parsed);
        }
        // (A question waits as long as it takes, and serving lasts until it is stopped.)
        try (Progress _ = Progress.after(patience, terminal, command.qualifiedName())) {
            return new CommandLine.RunLast().execute(parsed);
        }
    }
}
