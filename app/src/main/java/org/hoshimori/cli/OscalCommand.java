package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hoshimori.oscal.OscalFinding;
import org.hoshimori.oscal.OscalFormat;
import org.hoshimori.oscal.OscalValidation;
import org.hoshimori.oscal.OscalWriter;
import org.hoshimori.oscal.ProfileResolver;
import org.hoshimori.oscal.ResolveOptions;
import org.hoshimori.oscal.ResolvedProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code hoshimori oscal …}: any OSCAL document, not only ours. */
@CommandLine.Command(
        name = "oscal",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {OscalCommand.Resolve.class, OscalCommand.Validate.class})
final class OscalCommand extends CommandGroup {

    /** {@code oscal resolve PROFILE}: a profile and what it imports become one catalog. */
    @CommandLine.Command(name = "resolve")
    static final class Resolve implements Callable<Integer> {

        private final Terminal terminal;

        @CommandLine.Mixin
        private final Common common = new Common();

        @CommandLine.Parameters(index = "0", paramLabel = "PROFILE", descriptionKey = "oscal.profile")
        private Path profile = Path.of("");

        @CommandLine.Option(names = "--map", paramLabel = "HREF=FILE", descriptionKey = "oscal.map")
        private Map<String, Path> map = new LinkedHashMap<>();

        @CommandLine.Option(
                names = {"-o", "--output"},
                paramLabel = "FILE",
                required = true,
                descriptionKey = "output")
        private Path output = Path.of("");

        @CommandLine.Option(names = "--force", descriptionKey = "force")
        private boolean force;

        Resolve(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            if (!Files.isRegularFile(profile)) {
                throw new Refused("no-such-file", profile.toString());
            }
            List<@Nullable Path> inputs = new ArrayList<>(map.values());
            inputs.add(profile);
            Output file = Output.to(output, force, terminal, inputs);
            ResolveOptions options = ResolveOptions.defaults();
            for (Map.Entry<String, Path> each : map.entrySet()) {
                options = options.map(each.getKey(), each.getValue());
            }
            ResolvedProfile resolved = ProfileResolver.resolve(profile, options);
            file.write(out -> out.write(OscalWriter.write(resolved.catalog(), format(output))));
            Locale locale = Languages.locale(terminal.lang());
            resolved.warnings().forEach(w -> terminal.err().println(w.message(locale)));
            if (!common.quiet() && !file.streams()) {
                terminal.say(
                        "oscal.resolved",
                        output.toString(),
                        Integer.toString(resolved.catalog().allControls().size()));
            }
            return Exit.FINE;
        }

        private static OscalFormat format(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            return name.endsWith(".xml")
                    ? OscalFormat.XML
                    : name.endsWith(".yaml") || name.endsWith(".yml") ? OscalFormat.YAML : OscalFormat.JSON;
        }
    }

    /** {@code oscal validate FILE}: what is wrong with an OSCAL document. */
    @CommandLine.Command(name = "validate")
    static final class Validate implements Callable<Integer> {

        private final Terminal terminal;

        @CommandLine.Mixin
        private final Common common = new Common();

        @CommandLine.Parameters(index = "0", paramLabel = "FILE", descriptionKey = "oscal.file")
        private Path file = Path.of("");

        Validate(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            if (!Files.isRegularFile(file)) {
                throw new Refused("no-such-file", file.toString());
            }
            List<OscalFinding> findings = OscalValidation.validate(file);
            if (!common.quiet()) {
                findings.forEach(f -> terminal.out().println(f.text(Languages.locale(terminal.lang()))));
                terminal.say("oscal.findings", file.toString(), Integer.toString(findings.size()));
            }
            return findings.stream().anyMatch(f -> f.level() == OscalFinding.Level.ERROR) ? Exit.FINDINGS : Exit.FINE;
        }
    }
}
