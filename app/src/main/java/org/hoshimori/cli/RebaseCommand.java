package org.hoshimori.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.regulation.Rebase;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Tailoring;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.core.JacksonException;

/** {@code regulation rebase TAILORING --from CATALOG}: what a newer catalog means for a tailoring. */
@CommandLine.Command(name = "rebase")
final class RebaseCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Parameters(index = "0", paramLabel = "TAILORING", descriptionKey = "tailoring")
    private @Nullable Path tailoring;

    @CommandLine.Option(names = "--from", paramLabel = "CATALOG", required = true, descriptionKey = "rebase.from")
    private Path from = Path.of("");

    RebaseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path file = Regulations.file(tailoring);
        Tailoring own = file == null ? Tailoring.none() : Regulations.tailoring(file);
        List<Rebase.Step> steps = Rebase.of(own, catalog(), Regulations.catalog(), Map.of());
        boolean open = false;
        for (Rebase.Step step : steps) {
            boolean look = step.outcome() != Rebase.Outcome.KEPT;
            open |= look;
            if (look && !common.quiet()) {
                terminal.out()
                        .println(step.id() + "  "
                                + terminal.word("rebase." + step.outcome().name()));
            }
        }
        return open ? Exit.FINDINGS : Exit.FINE;
    }

    private Catalog catalog() throws IOException {
        if (Files.isDirectory(from)) {
            throw new Refused("is-a-folder", from.toString());
        }
        try (InputStream in = Files.newInputStream(from)) {
            Catalog catalog = CatalogJson.read(in);
            // A file of the right shape with holes in it shows when it is used whole.
            Regulation.resolve(catalog);
            return catalog;
        } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
            throw new Refused("rebase.not-a-catalog", from.toString());
        }
    }
}
