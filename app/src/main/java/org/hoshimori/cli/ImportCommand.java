package org.hoshimori.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.oscal.OscalReader;
import org.hoshimori.regulation.FirstTailoring;
import org.hoshimori.regulation.Lint;
import org.hoshimori.regulation.LintReport;
import org.hoshimori.regulation.OscalProfiles;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;
import picocli.CommandLine;

/** {@code regulation import PROFILE}: an OSCAL profile over our catalog as a tailoring; what it can't say is listed. */
@CommandLine.Command(name = "import")
final class ImportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Parameters(index = "0", paramLabel = "PROFILE", descriptionKey = "oscal.profile")
    private Path profile = Path.of("");

    @CommandLine.Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            descriptionKey = "output")
    private Path output = Path.of("");

    @CommandLine.Option(names = "--force", descriptionKey = "force")
    private boolean force;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(profile)) {
            throw new Refused("no-such-file", profile.toString());
        }
        Output file = Output.to(output, force, terminal, List.of(profile));
        Catalog catalog = Regulations.catalog();
        OscalProfiles.Imported imported = OscalProfiles.read(OscalReader.readProfile(profile), catalog);
        StringBuilder text = new StringBuilder(FirstTailoring.text(catalog, terminal.lang(), imported.values()));
        if (!imported.excluded().isEmpty()) {
            int at = text.indexOf("\nexcluded:\n") + "\nexcluded:\n".length();
            StringBuilder lines = new StringBuilder();
            imported.excluded()
                    .forEach(id -> lines.append("  - {clause: ")
                            .append(id)
                            .append(", reason: ")
                            .append(terminal.word("import.reason"))
                            .append("}\n"));
            text.insert(at, lines);
        }
        file.write(out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
        if (!common.quiet() && !file.streams()) {
            terminal.say(
                    "import.done",
                    output.toString(),
                    Integer.toString(imported.values().size()),
                    Integer.toString(imported.excluded().size()));
        }
        if (!common.quiet()) {
            imported.unsaid().forEach(u -> terminal.complain("import." + u.code(), Errors.oneLine(u.subject())));
        }
        Regulation regulation = Regulation.resolve(catalog, TailoringReader.read(output.toString(), text.toString()));
        if (!common.quiet()) {
            terminal.err().print(new LintReport(Lint.misfits(regulation), terminal.lang()).lines());
        }
        return imported.unsaid().isEmpty() && regulation.misfits().isEmpty() ? Exit.FINE : Exit.FINDINGS;
    }
}
