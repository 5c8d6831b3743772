package org.hoshimori.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.hoshimori.catalog.Lang;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The program: {@code hoshimori COMMAND}. */
@CommandLine.Command(
        name = "hoshimori",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RegulationCommand.class, OscalCommand.class, AutoComplete.GenerateCompletion.class})
public final class Hoshimori {

    private Hoshimori() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        // Whatever the terminal's locale says, what we print is UTF-8.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(List.of(args), System.getenv(), out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs a command; returns its exit code. */
    static int run(List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
        Lang lang = Languages.of(args, environment);
        Terminal terminal = new Terminal(out, err, lang);
        CommandLine line = new CommandLine(new Hoshimori(), new Commands(terminal));
        line.setResourceBundle(
                ResourceBundle.getBundle("org.hoshimori.cli.help", Languages.locale(lang), Languages.CONTROL));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, rest) -> Errors.wrongUse(e, terminal));
        line.setExecutionExceptionHandler((e, command, parsed) -> Errors.failed(e, terminal));
        if (args.isEmpty()) {
            line.usage(out);
            return Exit.WRONG;
        }
        return line.execute(Arrays.copyOf(args.toArray(), args.size(), String[].class));
    }
}
