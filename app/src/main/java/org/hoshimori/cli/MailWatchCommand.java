package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hoshimori.mail.Inspection;
import org.hoshimori.mail.InspectionJson;
import org.hoshimori.mail.InspectionText;
import org.hoshimori.mail.Inspector;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code mail watch}: inspects what arrives in a folder or an IMAP mailbox until it is stopped, and goes on where it stopped. */
@CommandLine.Command(name = "watch")
final class MailWatchCommand implements Callable<Integer> {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.ArgGroup(multiplicity = "1")
    private final Source source = new Source();

    @CommandLine.Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "mail.password-file")
    private @Nullable Path password;

    @CommandLine.Option(names = "--state", paramLabel = "FILE", required = true, descriptionKey = "mail.state")
    private Path state = Path.of("");

    @CommandLine.Option(names = "--every", paramLabel = "PT30S", descriptionKey = "mail.every")
    private Duration every = Duration.ofSeconds(30);

    @CommandLine.Option(names = "--once", descriptionKey = "mail.once")
    private boolean once;

    @CommandLine.Option(names = "--context", paramLabel = "DIR", descriptionKey = "mail.context")
    private @Nullable Path context;

    @CommandLine.Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private MailCommand.Inspect.Format format = MailCommand.Inspect.Format.text;

    private final CountDownLatch stopped = new CountDownLatch(1);

    MailWatchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** One of both. */
    static final class Source {
        @CommandLine.Option(names = "--folder", paramLabel = "DIR", descriptionKey = "mail.folder")
        private @Nullable Path folder;

        @CommandLine.Option(names = "--imap", paramLabel = "imaps://USER@HOST/INBOX", descriptionKey = "mail.imap")
        private @Nullable String imap;
    }

    /** Where mail arrives. */
    interface Arrivals {
        /** Hands over what has arrived since the last time; each is remembered once it was taken. */
        void look(Taker taker) throws IOException;
    }

    /** Takes one message. */
    interface Taker {
        /** Of this name. */
        void take(String name, Inspection inspection);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofDays(1)) > 0) {
            throw new Refused("mail.every");
        }
        Inspector inspector = Inspector.with(MailCommand.context(context, terminal));
        Arrivals arrivals = arrivals(inspector, WatchState.at(state));
        Locale locale = Languages.locale(terminal.lang());
        boolean[] found = {false};
        Taker taker = (name, inspection) -> {
            found[0] |= inspection.suspect() || inspection.verdict() == org.hoshimori.mail.Verdict.DANGEROUS;
            if (!common.quiet()) {
                terminal.out().println(line(name, inspection, locale));
                terminal.out().flush();
            }
        };
        if (once) {
            arrivals.look(taker);
            return found[0] ? Exit.FINDINGS : Exit.FINE;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
        watch(arrivals, taker);
        return Exit.FINE;
    }

    private void watch(Arrivals arrivals, Taker taker) throws InterruptedException {
        Duration pause = every;
        do {
            try {
                arrivals.look(taker);
                pause = every;
            } catch (IOException e) {
                // A server that is away comes back: try again, ever more seldom.
                terminal.complain("mail.away", Errors.oneLine(String.valueOf(e.getMessage())));
                Duration twice = pause.multipliedBy(2);
                pause = twice.compareTo(LONGEST_PAUSE) > 0
                        ? (every.compareTo(LONGEST_PAUSE) > 0 ? every : LONGEST_PAUSE)
                        : twice;
            }
        } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    private Arrivals arrivals(Inspector inspector, WatchState remembered) throws IOException {
        if (source.folder != null) {
            if (!Files.isDirectory(source.folder)) {
                throw new Refused("no-such-folder", source.folder.toString());
            }
            return new FolderArrivals(source.folder, inspector, remembered);
        }
        return ImapArrivals.of(String.valueOf(source.imap), secret(), inspector, remembered);
    }

    private String secret() throws IOException {
        if (password == null) {
            throw new Refused("mail.no-password");
        }
        if (!Files.isReadable(password)) {
            throw new Refused("mail.no-password-file", password.toString());
        }
        return Files.readString(password).strip();
    }

    private String line(String name, Inspection inspection, Locale locale) {
        return switch (format) {
            case text -> InspectionText.of(name, inspection, locale) + System.lineSeparator();
            case json -> InspectionJson.of(name, inspection, locale);
        };
    }
}
