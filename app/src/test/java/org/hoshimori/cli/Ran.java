package org.hoshimori.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hoshimori.catalog.Lang;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command that has run: its exit code and what it printed. */
record Ran(int code, String out, String err) {

    private static final Duration NEVER = Duration.ofDays(1);

    /** Runs it in Japanese unless the arguments say otherwise. */
    static Ran hoshimori(Object... args) {
        return in(Map.of("HOSHIMORI_LANG", "ja"), NEVER, args);
    }

    /** The same in this language. */
    static Ran hoshimoriIn(Lang lang, Object... args) {
        return in(Map.of("HOSHIMORI_LANG", lang.tag()), NEVER, args);
    }

    static Ran in(Map<String, String> environment, Duration patience, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Hoshimori.run(
                List.of(args).stream().map(Object::toString).toList(),
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                patience);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /** Lines on standard error that are not hints. */
    List<String> complaints() {
        return err.lines().filter(l -> !l.startsWith("  →")).toList();
    }
}
