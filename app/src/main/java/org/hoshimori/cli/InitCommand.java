package org.hoshimori.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.ParameterType;
import org.hoshimori.catalog.Values;
import org.hoshimori.regulation.FirstTailoring;
import org.hoshimori.regulation.Lint;
import org.hoshimori.regulation.LintReport;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Tailoring;
import org.hoshimori.regulation.TailoringReader;
import org.hoshimori.regulation.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code regulation init DIR}: writes the first tailoring, from answers given in a file or at the keyboard. */
@CommandLine.Command(name = "init")
final class InitCommand implements Callable<Integer> {

    /** The few questions that shape the rest; everything else is listed in the file to fill in. */
    private static final List<String> QUESTIONS =
            List.of("reg_company", "reg_business", "org-1.b_audit-wording", "org-2.a_month", "itu-5.1_private-use");

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Parameters(index = "0", paramLabel = "DIR", descriptionKey = "dir")
    private Path dir = Path.of(".");

    @CommandLine.Option(names = "--answers", paramLabel = "FILE", descriptionKey = "answers")
    private @Nullable Path answers;

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path file = dir.resolve(Regulations.FILE);
        if (Files.exists(file)) {
            throw new Refused("init.exists", file.toString());
        }
        Catalog catalog = Regulations.catalog();
        Map<String, List<String>> given = answers != null ? fromFile(answers, catalog) : ask(catalog);
        String text = FirstTailoring.text(catalog, terminal.lang(), given);
        Files.createDirectories(dir);
        Output.to(file, false, terminal, List.of()).write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        if (!common.quiet()) {
            terminal.say("init.done", file.toString());
        }
        return Exit.FINE;
    }

    /** The answers of a file; whatever does not fit the catalog is refused with its place before anything is written. */
    private Map<String, List<String>> fromFile(Path file, Catalog catalog) throws IOException {
        Tailoring answered = TailoringReader.readValues(file.toString(), Regulations.text(file), terminal.lang());
        Regulation regulation = Regulation.resolve(catalog, answered);
        if (!regulation.misfits().isEmpty()) {
            terminal.err().print(new LintReport(Lint.misfits(regulation), terminal.lang()).lines());
            throw new Refused(
                    "init.answers", Integer.toString(regulation.misfits().size()));
        }
        Map<String, List<String>> result = new LinkedHashMap<>();
        answered.values().forEach((id, given) -> {
            if (given.texts().isEmpty()) {
                throw new Refused("init.one-text", given.place().toString());
            }
            result.put(id, given.texts());
        });
        return result;
    }

    private Map<String, List<String>> ask(Catalog catalog) throws IOException {
        Map<String, List<String>> result = new LinkedHashMap<>();
        Wording wording = new Wording(Regulation.resolve(catalog), terminal.lang());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String id : QUESTIONS) {
            Parameter parameter = catalog.parameters()
                    .filter(p -> p.id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (parameter == null) {
                continue;
            }
            question(wording, parameter);
            String line = in.readLine();
            if (line == null) {
                break;
            }
            List<String> values = answer(parameter, line);
            while (!values.isEmpty() && !fits(parameter, values)) {
                terminal.complain("init.again", line.strip());
                line = in.readLine();
                values = line == null ? List.of() : answer(parameter, line);
            }
            if (!values.isEmpty()) {
                result.put(id, values);
            }
        }
        return result;
    }

    private void question(Wording wording, Parameter parameter) {
        terminal.err().println(wording.say(parameter.label()) + terminal.word("init.enter"));
        int n = 1;
        for (Parameter.Choice choice : parameter.choices()) {
            terminal.err().println("  " + n++ + ") " + wording.say(choice.words()));
        }
        terminal.err().print("> ");
        terminal.err().flush();
    }

    /** What was typed, as codes: a choice may be given by its number, several parted by commas or blanks. */
    private static List<String> answer(Parameter parameter, String line) {
        if (line.isBlank()) {
            return List.of();
        }
        if (parameter.type() == ParameterType.TEXT) {
            return List.of(line.strip());
        }
        String half = Normalizer.normalize(line, Normalizer.Form.NFKC).strip();
        if (parameter.choices().isEmpty()) {
            return List.of(half);
        }
        return Stream.of(half.split("[,、\\s]+", -1))
                .map(word -> {
                    boolean number = word.matches("\\d{1,2}");
                    int index = number ? Integer.parseInt(word) - 1 : -1;
                    return index >= 0 && index < parameter.choices().size()
                            ? parameter.choices().get(index).code()
                            : word;
                })
                .toList();
    }

    private static boolean fits(Parameter parameter, List<String> values) {
        if (parameter.type() == ParameterType.TEXT) {
            return true;
        }
        try {
            Values.parse(
                    parameter.type(),
                    parameter.choices().stream().map(Parameter.Choice::code).toList(),
                    values);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
