package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hoshimori.mail.Context;
import org.hoshimori.mail.ContextRefused;
import org.hoshimori.mail.Inspection;
import org.hoshimori.mail.InspectionJson;
import org.hoshimori.mail.InspectionText;
import org.hoshimori.mail.Inspections;
import org.hoshimori.mail.Inspector;
import org.hoshimori.mail.MailFolder;
import org.hoshimori.mail.Preview;
import org.hoshimori.mail.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code hoshimori mail …}: is this mail dangerous? */
@CommandLine.Command(
        name = "mail",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {MailCommand.Inspect.class, MailCommand.Show.class, MailWatchCommand.class})
final class MailCommand extends CommandGroup {

    private static void present(Path path) {
        if (!Files.exists(path)) {
            throw new Refused("no-such-mail", path.toString());
        }
    }

    /** The operator's lists, or those that come with the program. */
    static Context context(@Nullable Path folder, Terminal terminal) {
        if (folder == null) {
            return Context.standard();
        }
        if (!Files.isDirectory(folder)) {
            throw new Refused("no-such-folder", folder.toString());
        }
        try {
            return Context.from(folder);
        } catch (ContextRefused e) {
            throw new Refused("mail.context", e.text(Languages.locale(terminal.lang())));
        }
    }

    /** {@code mail inspect PATH…}: indicators, count, verdict and advice of every message. */
    @CommandLine.Command(name = "inspect")
    static final class Inspect implements Callable<Integer> {

        private final Terminal terminal;

        @CommandLine.Mixin
        private final Common common = new Common();

        @CommandLine.Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "mail.path")
        private List<Path> paths = List.of();

        @CommandLine.Option(names = "--context", paramLabel = "DIR", descriptionKey = "mail.context")
        private @Nullable Path context;

        @CommandLine.Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
        private Format format = Format.text;

        Inspect(Terminal terminal) {
            this.terminal = terminal;
        }

        enum Format {
            text,
            json
        }

        @Override
        public Integer call() throws IOException {
            paths.forEach(MailCommand::present);
            Inspector inspector = Inspector.with(context(context, terminal));
            Locale locale = Languages.locale(terminal.lang());
            Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
            int[] suspect = {0};
            Inspections.run(inspector, paths, (name, inspection) -> {
                counts.merge(inspection.verdict(), 1, Integer::sum);
                suspect[0] += inspection.suspect() ? 1 : 0;
                if (!common.quiet()) {
                    terminal.out().println(line(name, inspection, locale));
                }
            });
            if (format == Format.text && !common.quiet()) {
                terminal.say(
                        "mail.counts",
                        count(counts, Verdict.DANGEROUS),
                        count(counts, Verdict.CAUTION),
                        count(counts, Verdict.CLEAR),
                        count(counts, Verdict.UNREADABLE),
                        Integer.toString(suspect[0]));
            }
            return counts.containsKey(Verdict.DANGEROUS) || suspect[0] > 0 ? Exit.FINDINGS : Exit.FINE;
        }

        private String line(String name, Inspection inspection, Locale locale) {
            return switch (format) {
                case text -> InspectionText.of(name, inspection, locale) + System.lineSeparator();
                case json -> InspectionJson.of(name, inspection, locale);
            };
        }

        private static String count(Map<Verdict, Integer> counts, Verdict verdict) {
            return Integer.toString(counts.getOrDefault(verdict, 0));
        }
    }

    /** {@code mail show FILE}: the message as plain text, nothing to click, nothing loaded. */
    @CommandLine.Command(name = "show")
    static final class Show implements Callable<Integer> {

        private final Terminal terminal;

        @CommandLine.Mixin
        private final Common common = new Common();

        @CommandLine.Parameters(index = "0", paramLabel = "PATH", descriptionKey = "mail.path")
        private Path path = Path.of("");

        Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            present(path);
            MailFolder.read(path, (name, message) -> {
                String preview = Preview.of(message);
                if (!common.quiet()) {
                    terminal.out().println(preview);
                }
            });
            return Exit.FINE;
        }
    }
}
