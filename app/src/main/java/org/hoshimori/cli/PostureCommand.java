package org.hoshimori.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.hoshimori.core.posture.ClauseState;
import org.hoshimori.core.posture.Posture;
import org.hoshimori.core.posture.PostureJson;
import org.hoshimori.core.posture.PostureReport;
import picocli.CommandLine;

/** {@code posture}: how every clause of the regulation in force stands in an installation. */
@CommandLine.Command(name = "posture", defaultValueProvider = ServeDefaults.class)
final class PostureCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Option(names = "--format", paramLabel = "table|json", descriptionKey = "format")
    private ListCommand.Format format = ListCommand.Format.table;

    @CommandLine.Mixin
    private final OnServer server = new OnServer();

    PostureCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PostureReport report =
                server.run(context -> context.getBean(Posture.class).now());
        if (common.quiet()) {
            return Exit.FINE;
        }
        switch (format) {
            case json -> terminal.out().println(PostureJson.of(report));
            case table -> {
                terminal.out().print(new Columns(head(), rows(report)).text());
                PostureReport.Share share = report.share();
                terminal.say(
                        "posture.share",
                        Integer.toString(share.executed()),
                        Integer.toString(share.person()),
                        Integer.toString(share.text()));
            }
        }
        return Exit.FINE;
    }

    private List<String> head() {
        return List.of(
                terminal.word("list.id"),
                terminal.word("posture.state"),
                terminal.word("check.ok"),
                terminal.word("check.alarm"),
                terminal.word("check.skip"),
                terminal.word("posture.excepted"),
                terminal.word("posture.overdue"),
                terminal.word("posture.mechanism"));
    }

    private List<List<String>> rows(PostureReport report) {
        return report.clauses().stream().map(this::row).toList();
    }

    private List<String> row(ClauseState clause) {
        return List.of(
                clause.id(),
                terminal.word("posture.state." + clause.state().code()),
                Integer.toString(clause.ok()),
                Integer.toString(clause.alarm()),
                Integer.toString(clause.skip()),
                Integer.toString(clause.excepted()),
                Integer.toString(clause.overdue()),
                terminal.word("posture.mechanism." + clause.mechanism()));
    }
}
