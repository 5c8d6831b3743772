package org.hoshimori.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.exchange.Registers;
import org.hoshimori.core.exchange.Shapes;
import org.hoshimori.core.sheets.Entry;
import org.hoshimori.core.sheets.Import;
import org.hoshimori.core.sheets.Importable;
import org.hoshimori.core.sheets.Mapping;
import org.hoshimori.core.sheets.Review;
import org.hoshimori.core.sheets.Source;
import org.hoshimori.proof.CanonicalJson;
import org.hoshimori.proof.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import picocli.CommandLine;

/** {@code hoshimori import REGISTER FILE}: takes a table into a register, or tells what that would do. */
@CommandLine.Command(name = "import", defaultValueProvider = ServeDefaults.class)
final class SheetCommand implements Callable<Integer> {

    private static final Actor SERVER = Actor.system("server");

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Parameters(index = "0", paramLabel = "REGISTER", descriptionKey = "sheet.register")
    private String register = "";

    @CommandLine.Parameters(index = "1", paramLabel = "FILE", descriptionKey = "sheet.file")
    private Path file = Path.of("");

    @CommandLine.Option(names = "--dry-run", descriptionKey = "sheet.dry-run")
    private boolean dryRun;

    @CommandLine.Option(names = "--leave-out", descriptionKey = "sheet.leave-out")
    private boolean leaveOut;

    @CommandLine.Option(names = "--sheet", paramLabel = "NAME", descriptionKey = "sheet.sheet")
    private @Nullable String sheet;

    @CommandLine.Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private Format format = Format.text;

    @CommandLine.Mixin
    private final OnServer server = new OnServer();

    enum Format {
        text,
        json
    }

    SheetCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refused("no-such-file", file.toString());
        }
        return dryRun && !server.isThere() ? lookAlone() : server.run(this::take);
    }

    /** Where no installation is, everything in the table is new. */
    private int lookAlone() throws IOException {
        MessageSource words = LoneSheets.words();
        Importable<?> into = LoneSheets.find(register, words).orElseGet(() -> {
            server.folder();
            throw new Refused("sheet-no-register", register);
        });
        if (!common.quiet()) {
            terminal.complain("sheet-alone");
        }
        return look(into, words);
    }

    private <T> int look(Importable<T> into, MessageSource words) throws IOException {
        Table table = Table.read(file, sheet, into, words, locale());
        Review<T> review = Review.alone(into, table.entries(), locale());
        tell(words, table.mapping(), review.counts(), review.faults(), false);
        return review.faults().isEmpty() ? Exit.FINE : Exit.FINDINGS;
    }

    private int take(ApplicationContext context) {
        Importable<?> into = context.getBean(Registers.class)
                .find(register)
                .orElseThrow(() -> new Refused("sheet-no-register", register));
        try {
            return take(context, into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> int take(ApplicationContext context, Importable<T> into) throws IOException {
        Table table = Table.read(file, sheet, into, context, locale());
        Import imports = context.getBean(Import.class);
        Review<T> review = imports.review(into, table.entries(), locale());
        Review.Counts counts = review.counts();
        List<Entry.Fault> faults = review.faults();
        boolean stopped = counts.refused() > 0 && !leaveOut;
        if (!dryRun && !stopped) {
            Source source = new Source(String.valueOf(file.getFileName()), sha256());
            switch (imports.write(into, table.entries(), leaveOut, source, SERVER, locale())) {
                case Import.Outcome.Written(Review.Counts written) -> {
                    counts = written;
                    context.getBean(Shapes.class).keep(into, table.mapping(), locale());
                }
                case Import.Outcome.Stopped(List<Entry.Fault> late) -> {
                    faults = late;
                    stopped = true;
                }
            }
        }
        tell(context, table.mapping(), counts, faults, stopped);
        return faults.isEmpty() ? Exit.FINE : Exit.FINDINGS;
    }

    private void tell(
            MessageSource messages, Mapping mapping, Review.Counts counts, List<Entry.Fault> faults, boolean stopped) {
        if (common.quiet()) {
            return;
        }
        if (format == Format.json) {
            terminal.out().println(CanonicalJson.text(json(messages, mapping, counts, faults)));
            return;
        }
        faults.forEach(f -> terminal.out().println(f.at() + " " + reason(messages, f)));
        terminal.say(
                dryRun ? "sheet-would" : stopped ? "sheet-stopped" : "sheet-done",
                Integer.toString(counts.added()),
                Integer.toString(counts.changed()),
                Integer.toString(counts.same()),
                Integer.toString(counts.refused()));
    }

    private Json json(MessageSource messages, Mapping mapping, Review.Counts counts, List<Entry.Fault> faults) {
        List<Json> columns = mapping.columns().stream()
                .filter(c -> !c.heading().isEmpty())
                .<Json>map(c -> Json.object()
                        .with("cell", Json.of(c.cell()))
                        .with("heading", Json.of(c.heading()))
                        .with("field", c.field().<Json>map(Json::of).orElseGet(Json.Null::new)))
                .toList();
        List<Json> refused = faults.stream()
                .<Json>map(
                        f -> Json.object().with("cell", Json.of(f.at())).with("reason", Json.of(reason(messages, f))))
                .toList();
        return Json.object()
                .with("columns", new Json.Arr(columns))
                .with("rowsRead", Json.of(counts.rows()))
                .with("rowsRefused", new Json.Arr(refused))
                .with(
                        "changes",
                        Json.object()
                                .with("new", Json.of(counts.added()))
                                .with("changed", Json.of(counts.changed()))
                                .with("same", Json.of(counts.same())));
    }

    private String reason(MessageSource messages, Entry.Fault fault) {
        return messages.getMessage(
                "sheet.fault." + fault.code(), fault.arguments().toArray(), locale());
    }

    private String sha256() throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Locale locale() {
        return Languages.locale(terminal.lang());
    }
}
