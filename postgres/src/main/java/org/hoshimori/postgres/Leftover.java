package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.hoshimori.postgres.PostgresRefused.Reason;

/**
 * What an application that was killed left behind: a server that still runs, or the note of one that does not.
 *
 * <p>A server is taken over only when its note, its command line, its port and the password all agree, each way; a port
 * alone says nothing.
 */
record Leftover(Server server) {

    /** The process of the server to take over; empty if one is to be started, for which the way is then clear. */
    Optional<Long> takeOver(int port) throws IOException {
        Optional<PostmasterPid> note = PostmasterPid.read(server.folder().postmasterPid());
        if (note.isEmpty()) {
            return Optional.empty();
        }
        PostmasterPid found = note.get();
        Optional<Running> process = Running.of(found.pid());
        if (process.isEmpty()) {
            if (Running.zombie(found.pid())) {
                setAside();
            }
            return Optional.empty();
        }
        String cluster = server.folder().cluster().toString();
        if (found.folder().equals(cluster) && server.runsHere(found.pid())) {
            return judge(found, process.get(), port);
        }
        if (mayWrite(found, process.get(), cluster)) {
            throw new PostgresRefused(Reason.CLUSTER_IN_USE, cluster, found.pid());
        }
        setAside();
        return Optional.empty();
    }

    private Optional<Long> judge(PostmasterPid found, Running process, int port) throws IOException {
        boolean same = found.port() == port
                && process.program().equals(server.binaries().program("postgres"));
        if (same) {
            Knock.Answer answer = server.knock(port);
            boolean starting = answer == Knock.Answer.NOT_YET
                    && Waiting.until(server.patience(), () -> server.knock(port) != Knock.Answer.NOT_YET);
            switch (starting ? server.knock(port) : answer) {
                case OURS -> {
                    return Optional.of(found.pid());
                }
                case WRONG_PASSWORD ->
                    throw new PostgresRefused(
                            Reason.PASSWORD_REFUSED,
                            server.folder().secret(),
                            server.folder().cluster());
                case NOT_YET, SILENCE, STRANGER -> {}
            }
        }
        server.stop(found.pid());
        return takeOver(port);
    }

    /** In doubt a server counts as one that writes this cluster: one that wrote the note before the folder was moved. */
    private static boolean mayWrite(PostmasterPid found, Running process, String cluster) {
        Optional<String> works = process.cluster();
        return process.isPostgres()
                && (works.isEmpty()
                        || works.get().equals(found.folder())
                        || works.get().equals(cluster));
    }

    /**
     * The note names a process that is something else by now, or a zombie. PostgreSQL, seeing the number in use, would
     * refuse to start; the note is kept under another name. Children of the dead server are still found without it, by
     * their shared memory.
     */
    private void setAside() throws IOException {
        Path note = server.folder().postmasterPid();
        Files.move(note, note.resolveSibling("postmaster.pid.stale"), StandardCopyOption.REPLACE_EXISTING);
    }
}
