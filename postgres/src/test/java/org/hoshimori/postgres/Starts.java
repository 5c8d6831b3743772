package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** The child's program: starts, commits a row, says the server's process or why not, and waits for a line. */
final class Starts {

    private Starts() {}

    private static List<String> names(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        long before = System.nanoTime();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]), Server18.OPTIONS)) {
            long millis = (System.nanoTime() - before) / 1_000_000;
            Server18.run(postgres, "CREATE TABLE IF NOT EXISTS star (name text)", "INSERT INTO star VALUES ('Vega')");
            System.out.println("pid " + postgres.pid() + " " + millis + " ms");
            System.in.read();
        } catch (PostgresRefused e) {
            System.out.println(e.code() + " " + e.en());
            System.out.println(names(Path.of(arguments[0], "postgres")));
        }
    }
}
