package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hoshimori.regulation.Change;
import org.hoshimori.regulation.Difference;
import org.hoshimori.regulation.RegulationJson;
import org.hoshimori.regulation.Strictness;
import org.hoshimori.regulation.Tailoring;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code regulation diff A B}: what sets two tailorings' regulations apart. */
@CommandLine.Command(name = "diff")
final class DiffCommand implements Callable<Integer> {

    private static final String SAMPLE = "sample";

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Parameters(index = "0", paramLabel = "A", descriptionKey = "before")
    private @Nullable Path before;

    @CommandLine.Parameters(index = "1", paramLabel = "B", descriptionKey = "after")
    private @Nullable Path after;

    @CommandLine.Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private Format format = Format.text;

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    enum Format {
        text,
        json
    }

    @Override
    public Integer call() throws IOException {
        List<Change> changes =
                Difference.between(Regulations.resolve(tailoring(before)), Regulations.resolve(tailoring(after)));
        if (!common.quiet()) {
            print(changes);
        }
        return changes.isEmpty() ? Exit.FINE : Exit.FINDINGS;
    }

    private static Tailoring tailoring(@Nullable Path given) throws IOException {
        Path file = given == null || given.toString().equals(SAMPLE) ? null : Regulations.file(given);
        return file == null ? Tailoring.none() : Regulations.tailoring(file);
    }

    private void print(List<Change> changes) {
        if (format == Format.json) {
            terminal.out().println(RegulationJson.changes(changes, terminal.lang()));
            return;
        }
        for (Change change : changes) {
            terminal.out().println(change.id() + "  " + change.label().in(terminal.lang()) + "  " + verdict(change));
            if (change.before() != null) {
                terminal.out()
                        .println("  - " + change.before().in(terminal.lang()).replace("\n", "\n    "));
            }
            if (change.after() != null) {
                terminal.out()
                        .println("  + " + change.after().in(terminal.lang()).replace("\n", "\n    "));
            }
        }
        terminal.say(
                "diff.count",
                Integer.toString(changes.size()),
                count(changes, Strictness.TIGHTENED),
                count(changes, Strictness.LOOSENED));
    }

    private static String count(List<Change> changes, Strictness strictness) {
        return Long.toString(
                changes.stream().filter(c -> c.strictness() == strictness).count());
    }

    private String verdict(Change change) {
        return switch (change.strictness()) {
            case TIGHTENED -> "↑ " + Says.of("diff.tightened", terminal.lang(), List.of());
            case LOOSENED -> "↓ " + Says.of("diff.loosened", terminal.lang(), List.of());
            case SAME, CHANGED -> Says.of("diff.changed", terminal.lang(), List.of());
        };
    }
}
