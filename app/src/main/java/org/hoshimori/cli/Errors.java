package org.hoshimori.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hoshimori.catalog.Lang;
import org.hoshimori.core.storage.StorageRefused;
import org.hoshimori.logarchive.ArchiveRefused;
import org.hoshimori.oscal.OscalFormatException;
import org.hoshimori.postgres.PostgresRefused;
import org.hoshimori.regulation.Messages;
import org.hoshimori.yaml.YamlException;
import picocli.CommandLine;

/** Turns what went wrong into one line and a hint on standard error, never a stack trace. */
final class Errors {

    private Errors() {}

    static int wrongUse(CommandLine.ParameterException e, Terminal terminal) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String what = what(e, terminal);
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            String near = unmatched.getSuggestions().stream().limit(3).collect(Collectors.joining(", "));
            terminal.complain("wrong-use-near", what, near);
        } else {
            terminal.complain("wrong-use", what, command);
        }
        return Exit.WRONG;
    }

    /** What picocli refuses, in the user's language. */
    private static String what(CommandLine.ParameterException e, Terminal terminal) {
        return switch (e) {
            case CommandLine.UnmatchedArgumentException unmatched ->
                Says.of(
                        unmatched.isUnknownOption() ? "wrong-use.unknown-option" : "wrong-use.unknown-word",
                        terminal.lang(),
                        oneLine(unmatched.getUnmatched().getFirst()));
            case CommandLine.MissingParameterException missing ->
                Says.of(
                        "wrong-use.missing",
                        terminal.lang(),
                        missing.getMissing().stream()
                                .map(Errors::nameOf)
                                .distinct()
                                .collect(Collectors.joining(", ")));
            case CommandLine.OverwrittenOptionException twice ->
                Says.of("wrong-use.twice", terminal.lang(), nameOf(twice.getArgSpec()));
            case CommandLine.ParameterException other
            when other.getArgSpec() != null && other.getValue() != null ->
                Says.of(
                        "wrong-use.value",
                        terminal.lang(),
                        nameOf(other.getArgSpec()),
                        oneLine(other.getValue()),
                        choices(other.getArgSpec()));
            default -> oneLine(String.valueOf(e.getMessage()));
        };
    }

    private static String nameOf(CommandLine.Model.ArgSpec arg) {
        return arg instanceof CommandLine.Model.OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    private static String choices(CommandLine.Model.ArgSpec arg) {
        Iterable<String> candidates = arg.completionCandidates();
        return candidates == null
                ? arg.paramLabel()
                : StreamSupport.stream(candidates.spliterator(), false).collect(Collectors.joining(", "));
    }

    static int failed(Throwable e, Terminal terminal) {
        switch (e) {
            case YamlException yaml -> terminal.err().println(Messages.of(yaml, terminal.lang()));
            case OscalFormatException oscal -> terminal.err().println(oscal.message(Languages.locale(terminal.lang())));
            case Refused refused ->
                terminal.complain(refused.code(), refused.arguments().toArray(String[]::new));
            case PostgresRefused refused ->
                terminal.err().println(terminal.lang() == Lang.JA ? refused.ja() : refused.en());
            case ArchiveRefused refused ->
                terminal.complain(
                        refused.code(),
                        refused.arguments().stream().map(Errors::oneLine).toArray(String[]::new));
            case StorageRefused refused ->
                terminal.complain(refused.code(), refused.arguments().toArray(String[]::new));
            case NoSuchFileException missing -> terminal.complain("no-such-file", missing.getFile());
            case AccessDeniedException denied -> terminal.complain("access-denied", denied.getFile());
            case FileAlreadyExistsException exists -> terminal.complain("file-exists", exists.getFile());
            case FileSystemException system ->
                terminal.complain("io", system.getFile() + ": " + oneLine(String.valueOf(system.getReason())));
            case FileNotFoundException missing ->
                terminal.complain("no-such-file", oneLine(String.valueOf(missing.getMessage())));
            case IOException io -> terminal.complain("io", oneLine(String.valueOf(io.getMessage())));
            case StackOverflowError _ -> terminal.complain("too-deep");
            case OutOfMemoryError _ -> terminal.complain("too-much");
            default -> {
                terminal.complain(
                        "fault", e.getClass().getSimpleName() + ": " + oneLine(String.valueOf(e.getMessage())));
                if (List.of("1", "true").contains(System.getenv().getOrDefault("HOSHIMORI_DEBUG", ""))) {
                    e.printStackTrace(terminal.err());
                }
                return Exit.FAULT;
            }
        }
        return Exit.WRONG;
    }

    /** What came from outside, fit for one line of a terminal: no line breaks, no control characters, not too long. */
    static String oneLine(String text) {
        String line = text.replaceAll("\\R.*|\\p{Cntrl}", "");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
