package org.hoshimori.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.hoshimori.logarchive.Marks;
import picocli.CommandLine;

/** {@code logs mark}: what a reviewer says of a hit, for later reviews to remember. */
@CommandLine.Command(name = "mark")
final class LogsMarkCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Mixin
    private final LogsOptions logs = new LogsOptions();

    @CommandLine.Parameters(index = "0", paramLabel = "HIT", descriptionKey = "logs.hit")
    private String hit = "";

    @CommandLine.Parameters(index = "1", paramLabel = "explained|incident", descriptionKey = "logs.state")
    private Marks.State state = Marks.State.explained;

    @CommandLine.Option(names = "--note", paramLabel = "TEXT", descriptionKey = "logs.note")
    private String note = "";

    @CommandLine.Option(names = "--by", paramLabel = "NAME", descriptionKey = "logs.by")
    private String by = System.getProperty("user.name", "");

    LogsMarkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Marks.say(logs.open(), new Marks.Mark(hit, state, note, by, Instant.now()));
        if (!common.quiet()) {
            terminal.say("logs.marked", hit, terminal.word("logs.mark." + state));
        }
        return Exit.FINE;
    }
}
