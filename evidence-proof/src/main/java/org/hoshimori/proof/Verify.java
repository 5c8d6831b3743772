package org.hoshimori.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The auditor's command: {@code java -jar hoshimori-verifier.jar PACKAGE.zip [--key FILE] [--heads FILE] [--lang ja|en]
 * [--format text|json]}. Ends with 0 (nothing wrong), 1 (faults) or 2 (wrong use or unusable input).
 */
public final class Verify {

    private static final int FINE = 0;
    private static final int FAULTY = 1;
    private static final int UNUSABLE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private Locale locale = Locale.getDefault().getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
    private boolean json;
    private @Nullable Path file;
    private @Nullable Path keyFile;
    private @Nullable Path headsFile;

    private Verify(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    /** Runs the command in this process, with an exit code as above. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return new Verify(out, err).run(arguments);
    }

    private int run(List<String> arguments) {
        try {
            if (!understand(arguments) || file == null) {
                return fail(Problem.of("verify.usage").say(locale));
            }
            PublicKeys trusted = keyFile == null ? null : keys(keyFile);
            List<SignedHead> witnesses = headsFile == null ? List.of() : heads(headsFile);
            try (EvidencePackage evidence = EvidencePackage.open(file, PackageLimits.usual())) {
                Report report = evidence.verify(trusted, witnesses);
                new ReportPrinter(out, locale).print(file, evidence.manifest(), report, json);
                return report.clean() ? FINE : FAULTY;
            }
        } catch (ProofRefused e) {
            return fail(e.message(locale));
        } catch (FileSystemException e) {
            return fail(
                    Problem.of("verify.unreadable", String.valueOf(e.getFile())).say(locale));
        } catch (IOException e) {
            return fail(Problem.of("verify.unreadable", String.valueOf(file)).say(locale));
        } catch (InvalidPathException e) {
            return fail(Problem.of("verify.unreadable", e.getInput()).say(locale));
        }
    }

    private boolean understand(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            if (!word.startsWith("-")) {
                if (file != null) {
                    return false;
                }
                file = Path.of(word);
                continue;
            }
            if (rest.isEmpty() || !option(word, rest.removeFirst())) {
                return false;
            }
        }
        return true;
    }

    private boolean option(String name, String value) {
        switch (name) {
            case "--key" -> keyFile = Path.of(value);
            case "--heads" -> headsFile = Path.of(value);
            case "--lang" -> locale = Locale.forLanguageTag(value);
            case "--format" -> json = value.equals("json");
            default -> {
                return false;
            }
        }
        return switch (name) {
            case "--lang" -> List.of("ja", "en").contains(value);
            case "--format" -> List.of("text", "json").contains(value);
            default -> true;
        };
    }

    private static PublicKeys keys(Path path) throws IOException {
        try {
            return PublicKeys.parse(Files.readString(path, StandardCharsets.ISO_8859_1));
        } catch (ProofRefused e) {
            throw e.in(path.toString(), 0);
        }
    }

    private static List<SignedHead> heads(Path path) throws IOException {
        List<SignedHead> heads = new ArrayList<>();
        new HeadsFile(path).read(line -> {
            switch (line) {
                case HeadLine.Read(long ignored, SignedHead head) -> heads.add(head);
                case HeadLine.Unreadable(long number, Problem problem) ->
                    throw new ProofRefused(path.toString(), number, 0, problem);
            }
        });
        return heads;
    }

    private int fail(String message) {
        err.println(message);
        return UNUSABLE;
    }
}
