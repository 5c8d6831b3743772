package org.hoshimori.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hoshimori.catalog.Lang;
import org.hoshimori.documents.Documents;
import org.hoshimori.documents.Format;
import org.hoshimori.documents.Logo;
import org.hoshimori.documents.RegulationApplicability;
import org.hoshimori.documents.RegulationDocument;
import org.hoshimori.oscal.OscalDocument;
import org.hoshimori.oscal.OscalFormat;
import org.hoshimori.oscal.OscalWriter;
import org.hoshimori.regulation.Lint;
import org.hoshimori.regulation.OscalCatalogs;
import org.hoshimori.regulation.OscalProfiles;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;
import org.hoshimori.regulation.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code regulation render}: the regulation as a document. Nothing half-written is left where the file should be. */
@CommandLine.Command(name = "render")
final class RenderCommand implements Callable<Integer> {

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Parameters(arity = "0..1", paramLabel = "TAILORING", descriptionKey = "tailoring")
    private @Nullable Path tailoring;

    @CommandLine.Option(
            names = "--as",
            paramLabel = "FORMAT",
            required = true,
            descriptionKey = "as",
            completionCandidates = AsNames.class,
            converter = AsConverter.class)
    private As as = As.DOCX;

    @CommandLine.Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            descriptionKey = "output")
    private Path output = Path.of("");

    @CommandLine.Option(names = "--draft", descriptionKey = "draft")
    private boolean draft;

    @CommandLine.Option(names = "--part", paramLabel = "resolved|catalog|local|profile", descriptionKey = "part")
    private OscalPart part = OscalPart.resolved;

    @CommandLine.Option(names = "--logo", paramLabel = "FILE", descriptionKey = "logo")
    private @Nullable Path logo;

    @CommandLine.Option(names = "--force", descriptionKey = "force")
    private boolean force;

    RenderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    enum As {
        DOCX,
        PDF,
        HTML,
        MD,
        XLSX,
        OSCAL_JSON,
        OSCAL_XML,
        OSCAL_YAML
    }

    enum OscalPart {
        resolved,
        catalog,
        local,
        profile
    }

    static final class AsConverter implements CommandLine.ITypeConverter<As> {
        @Override
        public As convert(String value) {
            try {
                return As.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException(value);
            }
        }
    }

    /** The formats as people write them. */
    static final class AsNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(As.values())
                    .map(as -> as.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .iterator();
        }
    }

    @Override
    public Integer call() throws IOException {
        Output file = Output.to(output, force, terminal, Arrays.asList(Regulations.file(tailoring), logo));
        Regulation regulation = Regulations.read(tailoring);
        long misfits = regulation.misfits().size();
        if (misfits > 0 && !draft) {
            throw new Refused("render.errors", Long.toString(misfits));
        }
        file.write(out -> write(regulation, out));
        if (!common.quiet() && !file.streams()) {
            terminal.say("render.done", output.toString());
            long open = regulation.settings().stream().filter(Setting::open).count();
            if (open > 0 && !draft) {
                terminal.complain("render.unfilled", Long.toString(open));
            }
        }
        boolean findings = Lint.of(regulation).stream().anyMatch(f -> f.severity() == Severity.ERROR);
        return findings && !draft ? Exit.FINDINGS : Exit.FINE;
    }

    private void write(Regulation regulation, OutputStream out) throws IOException {
        Lang lang = terminal.lang();
        switch (as) {
            case DOCX ->
                Documents.write(RegulationDocument.of(regulation, lang, draft, logo(), List.of()), Format.DOCX, out);
            case PDF ->
                Documents.write(RegulationDocument.of(regulation, lang, draft, logo(), List.of()), Format.PDF, out);
            case HTML ->
                Documents.write(RegulationDocument.of(regulation, lang, draft, logo(), List.of()), Format.HTML, out);
            case MD ->
                Documents.write(
                        RegulationDocument.of(regulation, lang, draft, logo(), List.of()), Format.MARKDOWN, out);
            case XLSX -> Documents.write(RegulationApplicability.of(regulation, lang), out);
            case OSCAL_JSON -> out.write(OscalWriter.write(oscal(regulation), OscalFormat.JSON));
            case OSCAL_XML -> out.write(OscalWriter.write(oscal(regulation), OscalFormat.XML));
            case OSCAL_YAML -> out.write(OscalWriter.write(oscal(regulation), OscalFormat.YAML));
        }
    }

    private @Nullable Logo logo() throws IOException {
        if (logo == null) {
            return null;
        }
        try {
            return Logo.of(Files.readAllBytes(logo));
        } catch (IllegalArgumentException e) {
            throw new Refused("bad-logo", logo.toString());
        }
    }

    private OscalDocument oscal(Regulation regulation) {
        String now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        Lang lang = terminal.lang();
        return switch (part) {
            case resolved -> OscalCatalogs.resolved(regulation, lang, now);
            case catalog -> OscalCatalogs.sample(regulation.catalog(), lang, now);
            case local -> OscalCatalogs.local(regulation, lang, now);
            case profile -> OscalProfiles.profile(regulation, lang, catalogName(), now);
        };
    }

    /** What {@code --part catalog} is best called beside the profile. */
    private String catalogName() {
        String ending = switch (as) {
            case OSCAL_XML -> "xml";
            case OSCAL_YAML -> "yaml";
            default -> "json";
        };
        return "hoshimori-catalog." + terminal.lang().tag() + "." + ending;
    }
}
