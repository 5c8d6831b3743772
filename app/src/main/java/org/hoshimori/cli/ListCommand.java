package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.RegulationJson;
import org.hoshimori.regulation.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code regulation list}: every clause with its duties, parameters and tables. */
@CommandLine.Command(name = "list")
final class ListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Parameters(arity = "0..1", paramLabel = "TAILORING", descriptionKey = "tailoring")
    private @Nullable Path tailoring;

    @CommandLine.Option(names = "--format", paramLabel = "table|json", descriptionKey = "format")
    private Format format = Format.table;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    enum Format {
        table,
        json
    }

    @Override
    public Integer call() throws IOException {
        Regulation regulation = Regulations.read(tailoring);
        if (common.quiet()) {
            return Exit.FINE;
        }
        if (format == Format.json) {
            terminal.out().println(new RegulationJson(regulation, terminal.lang()).clauses());
            return Exit.FINE;
        }
        Wording wording = new Wording(regulation, terminal.lang());
        List<List<String>> rows = new ArrayList<>();
        for (Chapter chapter : regulation.chapters()) {
            for (Clause clause : chapter.clauses().filter(Clause::hasOwnMatter).toList()) {
                rows.add(List.of(
                        clause.id(),
                        wording.say(clause.title()),
                        Integer.toString(clause.duties().size()),
                        Integer.toString(clause.parameters().size()),
                        Integer.toString(clause.tables().size())));
            }
        }
        List<String> head = List.of(
                terminal.word("list.id"),
                terminal.word("list.title"),
                terminal.word("list.duties"),
                terminal.word("list.parameters"),
                terminal.word("list.tables"));
        terminal.out().print(new Columns(head, rows).text());
        return Exit.FINE;
    }
}
