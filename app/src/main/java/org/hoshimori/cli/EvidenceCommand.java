package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hoshimori.core.evidence.RecordCheck;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.proof.Finding;
import org.hoshimori.proof.HeadLine;
import org.hoshimori.proof.HeadsFile;
import org.hoshimori.proof.Report;
import org.hoshimori.proof.SignedHead;
import org.hoshimori.proof.Verify;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code hoshimori evidence …}: the record, without the browser. */
@CommandLine.Command(
        name = "evidence",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = EvidenceCommand.VerifyRecord.class)
final class EvidenceCommand extends CommandGroup {

    /** {@code evidence verify}: an installation's record, running or not, or an exported package. */
    @CommandLine.Command(name = "verify", defaultValueProvider = ServeDefaults.class)
    static final class VerifyRecord implements Callable<Integer> {

        private final Terminal terminal;

        @CommandLine.Mixin
        private final Common common = new Common();

        @CommandLine.Mixin
        private final OnServer server = new OnServer();

        @CommandLine.Option(names = "--package", paramLabel = "FILE", descriptionKey = "package")
        private @Nullable Path file;

        @CommandLine.Option(names = "--heads", paramLabel = "FILE", descriptionKey = "heads")
        private @Nullable Path heads;

        @CommandLine.Option(names = "--key", paramLabel = "FILE", descriptionKey = "key")
        private @Nullable Path key;

        @CommandLine.Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
        private Format format = Format.text;

        VerifyRecord(Terminal terminal) {
            this.terminal = terminal;
        }

        enum Format {
            text,
            json
        }

        @Override
        public Integer call() throws IOException {
            if (file != null) {
                return verifyPackage(file);
            }
            if (key != null) {
                throw new Refused("evidence.key-without-package");
            }
            DataFolder folder = server.folder();
            List<SignedHead> witnesses = witnesses();
            try (Store store = server.store(folder)) {
                Report report = RecordCheck.of(folder, store.owner(), witnesses);
                if (!common.quiet()) {
                    print(report);
                }
                return report.clean() ? Exit.FINE : Exit.FINDINGS;
            }
        }

        private int verifyPackage(Path path) {
            List<String> words = new ArrayList<>(
                    List.of(path.toString(), "--lang", terminal.lang().tag(), "--format", format.name()));
            if (key != null) {
                words.addAll(List.of("--key", key.toString()));
            }
            if (heads != null) {
                words.addAll(List.of("--heads", heads.toString()));
            }
            return Verify.run(words, common.quiet() ? Terminal.nowhere() : terminal.out(), terminal.err());
        }

        private List<SignedHead> witnesses() throws IOException {
            if (heads == null) {
                return List.of();
            }
            if (!Files.isRegularFile(heads)) {
                throw new Refused("no-such-file", heads.toString());
            }
            List<SignedHead> kept = new ArrayList<>();
            for (HeadLine line : new HeadsFile(heads).lines()) {
                switch (line) {
                    case HeadLine.Read(long ignored, SignedHead head) -> kept.add(head);
                    case HeadLine.Unreadable(long number, var problem) ->
                        throw new Refused(
                                "evidence.bad-heads", heads.toString(), Long.toString(number), problem.say(locale()));
                }
            }
            return kept;
        }

        private void print(Report report) {
            if (format == Format.json) {
                terminal.out().println(report.json(locale()));
                return;
            }
            report.faults().forEach(f -> line("evidence.fault", f));
            report.notices().forEach(n -> line("evidence.notice", n));
            if (report.clean()) {
                terminal.say("evidence.clean", Long.toString(report.entries()), Long.toString(report.heads()));
            } else {
                terminal.say("evidence.faults", Integer.toString(report.faults().size()));
            }
        }

        private void line(String kind, Finding finding) {
            terminal.out().println("  " + terminal.word(kind) + " " + finding.say(locale()));
        }

        private Locale locale() {
            return Languages.locale(terminal.lang());
        }
    }
}
