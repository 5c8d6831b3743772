package org.hoshimori.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.hoshimori.chapters.backups.BackupPlans;
import org.hoshimori.chapters.backups.Plan;
import org.hoshimori.chapters.backups.Report;
import org.hoshimori.chapters.backups.Result;
import org.hoshimori.chapters.backups.Results;
import org.hoshimori.chapters.backups.Run;
import org.hoshimori.chapters.backups.Submission;
import org.hoshimori.core.evidence.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;

/** {@code hoshimori backup-result}: reports what a backup came to, from the machine that was backed up or on the server itself. */
@CommandLine.Command(name = "backup-result", defaultValueProvider = ServeDefaults.class)
final class BackupResultCommand implements Callable<Integer> {

    private static final Actor SERVER = Actor.system("server");
    private static final int LARGEST = 64_000_000;

    private final Terminal terminal;
    private final Clock clock = Clock.system(ZoneId.systemDefault());

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Option(names = "--plan", paramLabel = "CODE", required = true, descriptionKey = "backup-result.plan")
    private String plan = "";

    @CommandLine.Option(names = "--status", paramLabel = "ok|failed", descriptionKey = "backup-result.status")
    private @Nullable Status status;

    @CommandLine.Option(
            names = "--bytes",
            paramLabel = "N",
            defaultValue = "-1",
            descriptionKey = "backup-result.bytes")
    private long bytes = Result.UNKNOWN;

    @CommandLine.Option(names = "--started", paramLabel = "TIME", descriptionKey = "backup-result.started")
    private @Nullable String started;

    @CommandLine.Option(names = "--finished", paramLabel = "TIME", descriptionKey = "backup-result.finished")
    private @Nullable String finished;

    @CommandLine.Option(
            names = "--message",
            paramLabel = "TEXT",
            defaultValue = "",
            descriptionKey = "backup-result.message")
    private String message = "";

    @CommandLine.Option(names = "--run", paramLabel = "ID", descriptionKey = "backup-result.run")
    private @Nullable String run;

    @CommandLine.Option(names = "--file", paramLabel = "REPORT", descriptionKey = "backup-result.file")
    private @Nullable Path file;

    @CommandLine.Option(names = "--tool", paramLabel = "TOOL", descriptionKey = "backup-result.tool")
    private @Nullable String tool;

    @CommandLine.Option(names = "--exit-code", paramLabel = "N", descriptionKey = "backup-result.exit-code")
    private @Nullable Integer exitCode;

    @CommandLine.Option(names = "--url", paramLabel = "URL", descriptionKey = "backup-result.url")
    private @Nullable URI url;

    @CommandLine.Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "",
            descriptionKey = "backup-result.token")
    private String token = "";

    @CommandLine.Option(names = "--ca", paramLabel = "FILE", descriptionKey = "backup-result.ca")
    private @Nullable Path authority;

    @CommandLine.Mixin
    private final OnServer server = new OnServer();

    /** As the option writes them. */
    enum Status {
        ok,
        failed
    }

    BackupResultCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Submission submission = submission();
        if (url != null) {
            return new BackupReporting(url, token, authority).send(submission, terminal, common.quiet());
        }
        return server.run(context -> take(context, submission));
    }

    private Submission submission() throws IOException {
        if (file == null) {
            return typed();
        }
        Report.Tool known = Report.Tool.find(tool == null ? "" : tool)
                .orElseThrow(() -> new Refused("backup-result.which-tool", tool == null ? "" : Errors.oneLine(tool)));
        if (!Files.isRegularFile(file)) {
            throw new Refused("no-such-file", file.toString());
        }
        if (Files.size(file) > LARGEST) {
            throw new Refused("backup-result.too-large", file.toString());
        }
        OptionalInt exit = exitCode == null ? OptionalInt.empty() : OptionalInt.of(exitCode);
        String text = text(Files.readAllBytes(file));
        return switch (Report.read(known, text, exit, clock.getZone(), at(finished, clock.instant()))) {
            case Report.Outcome.Read(String key, Result result) ->
                new Submission(plan, run == null ? key : run, result);
            case Report.Outcome.Unreadable() ->
                throw new Refused("backup-result.unreadable", file.toString(), known.code());
        };
    }

    private Submission typed() {
        if (status == null) {
            throw new Refused("backup-result.nothing");
        }
        Instant ended = at(finished, clock.instant());
        Instant begun = at(started, ended);
        if (begun.isAfter(ended) || bytes < Result.UNKNOWN) {
            throw new Refused("backup-result.time", String.valueOf(started), String.valueOf(finished));
        }
        Result result = new Result(status == Status.ok, begun, ended, bytes, message);
        return new Submission(plan, run == null ? "at:" + ended : run, result);
    }

    /** Windows writes tables in UTF-16 where it is not told otherwise. */
    private static String text(byte[] content) {
        boolean wide = content.length > 1
                && ((content[0] == (byte) 0xFF && content[1] == (byte) 0xFE)
                        || (content[0] == (byte) 0xFE && content[1] == (byte) 0xFF));
        return new String(content, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    private static Instant at(@Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refused("backup-result.no-time", Errors.oneLine(String.valueOf(text)));
        }
    }

    private int take(ApplicationContext context, Submission submission) {
        Plan found = context.getBean(BackupPlans.class)
                .coded(submission.plan())
                .orElseThrow(() -> new Refused("backup-result.no-plan", Errors.oneLine(submission.plan())));
        return switch (context.getBean(Results.class)
                .report(found.id(), submission.key(), submission.result(), "command", SERVER)) {
            case Results.Outcome.Taken taken -> {
                if (!common.quiet()) {
                    terminal.say(
                            taken.again() ? "backup-result.known" : "backup-result.taken",
                            found.code(),
                            submission.key(),
                            taken.run().judged().code());
                }
                yield taken.run().judged() == Run.Judged.FINE ? Exit.FINE : Exit.FINDINGS;
            }
            case Results.Outcome.Refused(Results.Refusal why) -> {
                String code = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
                throw new Refused("backup-result.refused", found.code(), code);
            }
        };
    }
}
