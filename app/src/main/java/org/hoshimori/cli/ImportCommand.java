package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.oscal.OscalReader;
import org.hoshimori.regulation.FirstTailoring;
import org.hoshimori.regulation.OscalProfiles;
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

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(output)) {
            throw new Refused("file-exists", output.toString());
        }
        if (!Files.isRegularFile(profile)) {
            throw new Refused("no-such-file", profile.toString());
        }
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
        Files.writeString(output, text, StandardOpenOption.CREATE_NEW);
        if (!common.quiet()) {
            terminal.say(
                    "import.done",
                    output.toString(),
                    Integer.toString(imported.values().size()),
                    Integer.toString(imported.excluded().size()));
            imported.unsaid().forEach(u -> terminal.say("import." + u.code(), u.subject()));
        }
        return imported.unsaid().isEmpty() ? Exit.FINE : Exit.FINDINGS;
    }
}
