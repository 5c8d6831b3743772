package org.hoshimori.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.hoshimori.oscal.OscalFormatException;
import org.hoshimori.regulation.Messages;
import org.hoshimori.yaml.YamlException;
import picocli.CommandLine;

/** Turns what went wrong into one line and a hint on standard error, never a stack trace. */
final class Errors {

    private Errors() {}

    static int wrongUse(CommandLine.ParameterException e, Terminal terminal) {
        CommandLine command = e.getCommandLine();
        String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        terminal.complain("wrong-use", what, command.getCommandSpec().qualifiedName());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        return Exit.WRONG;
    }

    static int failed(Exception e, Terminal terminal) {
        switch (e) {
            case YamlException yaml -> terminal.err().println(Messages.of(yaml, terminal.lang()));
            case OscalFormatException oscal -> terminal.err().println(oscal.message(Languages.locale(terminal.lang())));
            case Refused refused ->
                terminal.complain(refused.code(), refused.arguments().toArray(String[]::new));
            case NoSuchFileException missing -> terminal.complain("no-such-file", missing.getFile());
            case AccessDeniedException denied -> terminal.complain("access-denied", denied.getFile());
            case FileAlreadyExistsException exists -> terminal.complain("file-exists", exists.getFile());
            case java.nio.charset.CharacterCodingException _ -> terminal.complain("not-utf-8");
            case IOException io -> terminal.complain("io", String.valueOf(io.getMessage()));
            default -> {
                terminal.complain("fault", e.getClass().getSimpleName() + ": " + e.getMessage());
                if (List.of("1", "true").contains(System.getenv().getOrDefault("HOSHIMORI_DEBUG", ""))) {
                    e.printStackTrace(terminal.err());
                }
                return Exit.FAULT;
            }
        }
        return Exit.WRONG;
    }
}
