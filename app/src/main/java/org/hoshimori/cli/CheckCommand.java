package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hoshimori.core.checks.CheckRefused;
import org.hoshimori.core.checks.CheckTrial;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;

/** {@code check FILE.sql}: tries a check of one's own in an installation and explains what it comes to. */
@CommandLine.Command(name = "check", defaultValueProvider = ServeDefaults.class)
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Parameters(index = "0", paramLabel = "FILE.sql", descriptionKey = "check.file")
    private Path file = Path.of("");

    @CommandLine.Mixin
    private final OnServer server = new OnServer();

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refused("no-such-file", file.toString());
        }
        String text = Files.readString(file);
        return server.run(context -> tried(context, text));
    }

    private int tried(ApplicationContext context, String text) {
        try {
            CheckTrial.Result result = context.getBean(CheckTrial.class).of(text);
            if (!common.quiet()) {
                explain(result);
            }
            return result.alarm() > 0 ? Exit.FINDINGS : Exit.FINE;
        } catch (CheckRefused why) {
            String said = context.getMessage(
                    "check.fault." + why.fault().code(),
                    new Object[] {why.details()},
                    Languages.locale(terminal.lang()));
            terminal.complain("check.refused", file.toString(), String.valueOf(said));
            return Exit.WRONG;
        }
    }

    private void explain(CheckTrial.Result result) {
        terminal.say("check.clause", result.clause());
        if (!result.stands()) {
            terminal.say("check.rests", result.clause());
        }
        terminal.say("check.reads", String.join(", ", result.reads()));
        result.values()
                .forEach((id, value) ->
                        terminal.say("check.value", id, value.isEmpty() ? terminal.word("check.no-value") : value));
        terminal.say(
                "check.counts",
                Long.toString(result.ok()),
                Long.toString(result.alarm()),
                Long.toString(result.skip()));
        List<List<String>> rows = new ArrayList<>();
        result.rows()
                .forEach(r -> rows.add(List.of(
                        terminal.word("check." + r.status()),
                        Errors.oneLine(r.subject()),
                        Errors.oneLine(r.reason()),
                        Errors.oneLine(String.join(", ", r.arguments())))));
        if (!rows.isEmpty()) {
            terminal.out()
                    .print(new Columns(
                                    List.of(
                                            terminal.word("posture.state"),
                                            terminal.word("check.subject"),
                                            terminal.word("check.reason"),
                                            terminal.word("check.arguments")),
                                    rows)
                            .text());
        }
    }
}
