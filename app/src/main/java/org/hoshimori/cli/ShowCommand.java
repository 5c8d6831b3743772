package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Text;
import org.hoshimori.regulation.NearestId;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code regulation show CLAUSE}: a clause as it reads, with what each duty means for whom. */
@CommandLine.Command(name = "show")
final class ShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Parameters(index = "0", paramLabel = "CLAUSE", descriptionKey = "clause")
    private String id = "";

    @CommandLine.Option(names = "--tailoring", paramLabel = "TAILORING", descriptionKey = "tailoring")
    private @Nullable Path tailoring;

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Regulation regulation = Regulations.read(tailoring);
        Regulation.Exclusion exclusion = regulation.exclusions().get(id);
        List<Clause> clauses = exclusion == null ? meant(regulation) : List.of();
        if (common.quiet()) {
            return Exit.FINE;
        }
        if (exclusion != null) {
            String reason =
                    exclusion.reason() == null ? "–" : exclusion.reason().in(terminal.lang());
            terminal.say("show.excluded", id, exclusion.clause().title().in(terminal.lang()), reason);
        }
        clauses.forEach(c -> clause(new Wording(regulation, terminal.lang()), c, 0));
        return Exit.FINE;
    }

    /** The clause of this id, a chapter's clauses, or the clause in which the sentence or table of this id stands. */
    private List<Clause> meant(Regulation regulation) {
        List<Clause> all =
                regulation.chapters().stream().flatMap(Chapter::clauses).toList();
        List<Clause> found = regulation
                .clause(id)
                .map(List::of)
                .or(() -> regulation.chapters().stream()
                        .filter(c -> c.id().equals(id))
                        .map(ShowCommand::topmost)
                        .findFirst())
                .orElseGet(() -> all.stream()
                        .filter(c -> c.contents().stream().anyMatch(e -> e.id().equals(id)))
                        .toList());
        if (found.isEmpty()) {
            String near = NearestId.of(id, all.stream().map(Clause::id));
            throw near.isEmpty()
                    ? new Refused("unknown-clause", Errors.oneLine(id))
                    : new Refused("unknown-clause-near", Errors.oneLine(id), near);
        }
        return found;
    }

    private static List<Clause> topmost(Chapter chapter) {
        return chapter.contents().stream()
                .filter(Clause.class::isInstance)
                .map(Clause.class::cast)
                .toList();
    }

    private void clause(Wording wording, Clause clause, int depth) {
        String number = clause.number() == null ? "" : clause.number() + " ";
        print(depth, number + wording.say(clause.title()) + "  (" + clause.id() + ")");
        for (Entry entry : clause.contents()) {
            switch (entry) {
                case Clause inner -> clause(wording, inner, depth + 1);
                case Duty duty -> {
                    print(depth + 1, wording.say(duty.words()));
                    print(depth + 1, "  · " + duty.id() + "  " + meaning(wording, duty));
                }
                case Text text -> print(depth + 1, wording.say(text.words()));
                case Table table -> print(depth + 1, table(wording, table));
            }
        }
    }

    private String meaning(Wording wording, Duty duty) {
        String who = duty.actors().stream().map(wording::title).collect(Collectors.joining(", "));
        return String.join(
                " / ",
                List.of(
                        terminal.word("modality." + duty.modality().name()),
                        who,
                        terminal.word("mode." + duty.mode().name())));
    }

    private static String table(Wording wording, Table table) {
        List<List<String>> rows = table.rows().stream()
                .map(r -> IntStream.range(0, table.columns().size())
                        .mapToObj(i -> wording.sayCell(
                                        table.columns().get(i), r.cells().get(i))
                                .replace("\n", " / "))
                        .toList())
                .toList();
        List<String> head =
                table.columns().stream().map(c -> wording.say(c.label())).toList();
        return wording.say(table.caption()) + "\n"
                + new Columns(head, rows).text().stripTrailing();
    }

    private void print(int depth, String text) {
        String indent = "  ".repeat(depth);
        terminal.out().println(indent + text.replace("\n", "\n" + indent));
    }
}
