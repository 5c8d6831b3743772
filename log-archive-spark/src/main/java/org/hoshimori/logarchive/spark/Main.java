package org.hoshimori.logarchive.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.hoshimori.logarchive.Archive;
import org.hoshimori.logarchive.ArchiveRefused;
import org.hoshimori.logarchive.Importing;
import org.hoshimori.logarchive.Reviewing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code review|import --master URL --archive DIR …}, as {@code hoshimori logs … --engine spark} starts it. Answers with one JSON object on
 * the standard output; what was refused is its code and arguments, with exit code 2.
 */
public final class Main {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();

    private Main(String[] args) {
        for (int i = 1; i < args.length; i++) {
            if (args[i].startsWith("--") && i + 1 < args.length) {
                options.computeIfAbsent(args[i].substring(2), _ -> new ArrayList<>())
                        .add(args[++i]);
            } else {
                files.add(args[i]);
            }
        }
    }

    /** Does it. */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err); // whatever Spark has to say is no answer
        Main main = new Main(args);
        try (SparkSession session = Cluster.session(main.one("master", "local[*]"))) {
            Object answer =
                    args.length > 0 && args[0].equals("import") ? main.imported(session) : main.reviewed(session);
            out.println(JSON.writeValueAsString(answer));
        } catch (ArchiveRefused e) {
            out.println(JSON.writeValueAsString(Map.of("refused", e.code(), "arguments", e.arguments())));
            out.flush();
            System.exit(2);
        }
        out.flush();
    }

    private String one(String name, String otherwise) {
        List<String> given = options.getOrDefault(name, List.of());
        return given.isEmpty() ? otherwise : given.getLast();
    }

    private @Nullable Path path(String name) {
        return options.containsKey(name) ? Path.of(one(name, "")) : null;
    }

    private @Nullable LocalDate day(String name) {
        return options.containsKey(name) ? LocalDate.parse(one(name, "")) : null;
    }

    private Reviewing.Result reviewed(SparkSession session) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String set : options.getOrDefault("set", List.of())) {
            int equals = set.indexOf('=');
            parameters.put(set.substring(0, equals), set.substring(equals + 1));
        }
        return Reviewing.of(
                Archive.open(Path.of(one("archive", ""))),
                new Reviewing.Options(
                        path("rules"),
                        path("registers"),
                        day("from"),
                        day("until"),
                        ZoneId.of(one("zone", "Asia/Tokyo")),
                        parameters,
                        Integer.parseInt(one("rows", "0"))),
                SparkAsking.on(session));
    }

    private List<Importing.Outcome> imported(SparkSession session) throws IOException {
        List<Importing.Outcome> outcomes = new ArrayList<>();
        SparkImport.run(
                session,
                new SparkImport.Reading(
                        Path.of(one("archive", "")).toAbsolutePath().toString(),
                        one("format", "auto"),
                        one("source", ""),
                        one("zone", "Asia/Tokyo"),
                        one("mapping", "")),
                files.stream().map(Path::of).toList(),
                outcomes::add);
        return outcomes;
    }
}
