package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A process as the kernel shows it. Nothing here is proof; that is the password's task. */
record Running(long pid, List<String> commandLine) {

    /** Empty if there is no such process, or only its remains: who is nobody's child in a container stays a zombie. */
    static Optional<Running> of(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            if (state == 'Z' || state == 'X') {
                return Optional.empty();
            }
            String line = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            return Optional.of(new Running(pid, List.of(text.split("\0", -1))));
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    static boolean alive(long pid) {
        return of(pid).isPresent();
    }

    /** A process that ended but that nobody has laid to rest: to the kernel, and so to PostgreSQL, its number is in use. */
    static boolean zombie(long pid) {
        return Files.exists(Path.of("/proc", Long.toString(pid))) && !alive(pid);
    }

    boolean ending() {
        return commandLine.getFirst().isEmpty();
    }

    Path program() {
        return Path.of(commandLine.getFirst());
    }

    /** A server's main process; its children call themselves {@code postgres: …}. */
    boolean isPostgres() {
        Path name = program().getFileName();
        return name != null
                && (name.toString().equals("postgres") || name.toString().equals("postmaster"));
    }

    /** The folder that the command line says the server runs on. */
    Optional<String> cluster() {
        int flag = commandLine.indexOf("-D");
        return flag < 0 || flag + 1 == commandLine.size() ? Optional.empty() : Optional.of(commandLine.get(flag + 1));
    }
}
