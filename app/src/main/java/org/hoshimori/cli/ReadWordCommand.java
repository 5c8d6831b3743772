package org.hoshimori.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hoshimori.recognition.Found;
import org.hoshimori.recognition.Recognition;
import org.hoshimori.recognition.ValueFound;
import org.hoshimori.regulation.FirstTailoring;
import org.hoshimori.word.WordDocument;
import org.hoshimori.word.WordUnreadable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** {@code regulation read-word FILE}: what of the sample a company's own Word text has, and with which values; only proposals. */
@CommandLine.Command(name = "read-word")
final class ReadWordCommand implements Callable<Integer> {

    private static final int MAX_BYTES = 30 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Terminal terminal;

    @CommandLine.Mixin
    private final Common common = new Common();

    @CommandLine.Parameters(index = "0", paramLabel = "FILE", descriptionKey = "word.file")
    private Path word = Path.of("");

    @CommandLine.Option(names = "--tailoring", paramLabel = "TAILORING", descriptionKey = "tailoring")
    private @Nullable Path tailoring;

    @CommandLine.Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private Format format = Format.text;

    @CommandLine.Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "word.output")
    private @Nullable Path output;

    @CommandLine.Option(names = "--force", descriptionKey = "force")
    private boolean force;

    ReadWordCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    enum Format {
        text,
        json
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(word)) {
            throw new Refused("no-such-file", word.toString());
        }
        Output file = output == null ? null : Output.to(output, force, terminal, Arrays.asList(word, tailoring));
        WordDocument document = document();
        Recognition text = Recognition.of(Regulations.read(tailoring), document.language(), document.passages());
        if (file != null) {
            String written = tailoring(text);
            file.write(out -> out.write(written.getBytes(StandardCharsets.UTF_8)));
        }
        if (!common.quiet() && (file == null || !file.streams())) {
            print(text, document.unread());
        }
        return text.found().stream().allMatch(f -> f.fit() == Found.Fit.SAME)
                        && text.added().isEmpty()
                        && text.missing().isEmpty()
                ? Exit.FINE
                : Exit.FINDINGS;
    }

    private WordDocument document() throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(word)) {
            content = in.readNBytes(MAX_BYTES + 1);
        }
        try {
            return WordDocument.read(content);
        } catch (WordUnreadable e) {
            throw new Refused("word." + e.problem().code(), word.toString());
        }
    }

    private void print(Recognition text, int unread) {
        if (format == Format.json) {
            terminal.out().println(JSON.writeValueAsString(json(text, unread)));
            return;
        }
        for (Found found : text.found()) {
            if (found.fit() != Found.Fit.SAME) {
                line(
                        found.id(),
                        terminal.word("word." + found.fit().name()) + "  "
                                + Math.round(found.score().total() * 100) + "%",
                        found.own());
                found.values().stream().filter(ValueFound::news).forEach(this::value);
            }
        }
        text.values().stream().filter(ValueFound::news).forEach(this::value);
        text.added().forEach(a -> line(a.within(), terminal.word("word.ADDED"), a.text()));
        text.missing().forEach(m -> line(m.clause(), terminal.word("word.MISSING"), m.reason()));
        terminal.say(
                "word.count",
                count(text, Found.Fit.SAME),
                count(text, Found.Fit.VALUES),
                count(text, Found.Fit.ALTERED),
                Integer.toString(text.added().size()),
                Integer.toString(text.missing().size()));
    }

    private static String count(Recognition text, Found.Fit fit) {
        return Long.toString(text.found().stream().filter(f -> f.fit() == fit).count());
    }

    private void line(String id, String what, String words) {
        terminal.out().println(id + "  " + what + (words.isEmpty() ? "" : "\n  " + words.replace("\n", "\n  ")));
    }

    private void value(ValueFound value) {
        terminal.out().println("  = " + value.parameter() + ": " + String.join(", ", value.texts()));
    }

    /** A tailoring with the values of sentences that fit word by word; everything else is for people to decide, as comments. */
    private String tailoring(Recognition text) {
        Map<String, List<String>> sure = new LinkedHashMap<>();
        StringBuilder open = new StringBuilder();
        text.byParameter().forEach((parameter, values) -> {
            if (values.size() == 1
                    && values.getFirst().sure()
                    && values.getFirst().news()) {
                sure.put(parameter, values.getFirst().texts());
            } else {
                values.stream()
                        .filter(ValueFound::news)
                        .forEach(v -> comment(open, "values", parameter, String.join(", ", v.texts())));
            }
        });
        text.posts().forEach(p -> comment(open, "posts", p.code(), p.title()));
        text.found().stream()
                .filter(f -> f.fit() == Found.Fit.ALTERED)
                .forEach(f -> comment(open, "altered", f.id(), f.words()));
        text.added().forEach(a -> comment(open, "added", "within " + a.within(), a.title() + ": " + a.text()));
        text.missing().forEach(m -> comment(open, "excluded", m.clause(), m.reason()));
        String file = FirstTailoring.text(Regulations.catalog(), terminal.lang(), sure);
        return open.isEmpty() ? file : file + "\n# " + terminal.word("word.to-decide") + "\n" + open;
    }

    private static void comment(StringBuilder out, String section, String id, String words) {
        out.append("#   ").append(section).append(": ").append(id).append(": ");
        out.append(Errors.oneLine(words)).append('\n');
    }

    private static Map<String, Object> json(Recognition text, int unread) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", 1);
        json.put("found", text.found().stream().map(ReadWordCommand::json).toList());
        json.put("values", text.values().stream().map(ReadWordCommand::json).toList());
        json.put("posts", text.posts());
        json.put(
                "added",
                text.added().stream()
                        .map(a -> Map.of("within", a.within(), "title", a.title(), "text", a.text()))
                        .toList());
        json.put("missing", text.missing());
        json.put("tableRows", text.tables());
        json.put("textBoxes", unread);
        return json;
    }

    private static Map<String, Object> json(Found found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", found.id());
        json.put("clause", found.clause());
        json.put("fit", found.fit().name().toLowerCase(Locale.ROOT));
        json.put("heading", found.heading());
        json.put("own", found.own());
        json.put("sample", found.sample());
        json.put("words", found.words());
        json.put(
                "score",
                Map.of(
                        "total", rounded(found.score().total()),
                        "wording", rounded(found.score().wording()),
                        "heading", rounded(found.score().heading()),
                        "order", rounded(found.score().order())));
        json.put("values", found.values().stream().map(ReadWordCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(ValueFound value) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("parameter", value.parameter());
        json.put("value", value.texts());
        json.put("said", value.said());
        json.put("sure", value.sure());
        json.put("new", value.news());
        return json;
    }

    private static double rounded(double share) {
        return Math.round(share * 1_000) / 1_000.0;
    }
}
