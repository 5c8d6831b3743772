package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.postgres.EmbeddedPostgres.Login;
import org.hoshimori.postgres.PostgresRefused.Reason;

/** Starts and stops the server of one cluster. Holds no process: what runs is read from the cluster each time. */
record Server(DataFolder folder, Binaries binaries, Account account, Login login, Duration patience) {

    private static final Duration STARTING = Duration.ofMinutes(5);

    /**
     * Starts the server and waits until it takes log-ins, through crash recovery where needed.
     *
     * @return its process
     */
    long start(int port) throws IOException {
        Instant childrenGone = Instant.now().plus(patience);
        while (true) {
            Port.mustBeFree(folder, port);
            Port.remember(folder, port);
            Settings.writeHba(folder, account);
            Files.deleteIfExists(startLog());
            long since = System.currentTimeMillis() - 1000;
            Optional<Long> pid = launch(port);
            if (pid.isPresent()) {
                return pid.get();
            }
            String said = Failures.logsSince(folder.log(), since);
            if (!said.contains(Failures.OLD_CHILDREN) || Instant.now().isAfter(childrenGone)) {
                throw refusal(port, said);
            }
            Waiting.aMoment();
        }
    }

    /** Through pg_ctl: it puts the server into a session of its own, out of reach of the terminal's Ctrl-C. */
    private Optional<Long> launch(int port) throws IOException {
        Process start = Command.launch(
                account,
                folder.home(),
                pgCtl(
                        "start",
                        "-w",
                        "-t",
                        Long.toString(STARTING.toSeconds()),
                        "-l",
                        startLog().toString(),
                        "-o",
                        Settings.promises(folder, port)));
        while (true) {
            boolean ended = !start.isAlive();
            Optional<Long> ready = PostmasterPid.read(folder.postmasterPid())
                    .filter(found -> found.ready() && runsHere(found.pid()))
                    .map(PostmasterPid::pid);
            if (ready.isPresent() || ended) {
                return ready;
            }
            Waiting.aMoment();
        }
    }

    private PostgresRefused refusal(int port, String said) throws IOException {
        if (said.contains(Failures.NO_SPACE)) {
            return new PostgresRefused(Reason.DISK_FULL, folder.path());
        }
        if (said.contains(Failures.LOCKED)) {
            long pid = PostmasterPid.read(folder.postmasterPid())
                    .map(PostmasterPid::pid)
                    .orElse(0L);
            return new PostgresRefused(Reason.CLUSTER_IN_USE, folder.cluster(), pid);
        }
        Port.mustBeFree(folder, port);
        String why = said.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce(Failures.lastLine(said), (before, line) -> line);
        return new PostgresRefused(Reason.NOT_STARTED, folder.cluster(), why);
    }

    /** Ends the server: politely, then at once, at last by force. No committed row is lost by any. */
    void stop(long pid) throws IOException {
        for (String mode : List.of("fast", "immediate")) {
            Command.run(account, folder.home(), pgCtl("stop", "-W", "-m", mode));
            if (Waiting.until(patience, () -> gone(pid))) {
                return;
            }
        }
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        if (!Waiting.until(patience, () -> gone(pid))) {
            throw new PostgresRefused(Reason.NOT_STOPPED, folder.cluster(), pid, folder.log());
        }
    }

    /** Not gone while it is ending, when the kernel shows no command line any more; one look, as the next may show another. */
    private boolean gone(long pid) {
        return Running.of(pid)
                .filter(process -> process.ending() || runsHere(process))
                .isEmpty();
    }

    /** Whether this process is a server on this cluster, from our programs or another version's. */
    boolean runsHere(long pid) {
        return Running.of(pid).filter(this::runsHere).isPresent();
    }

    private boolean runsHere(Running process) {
        return process.isPostgres()
                && process.cluster().equals(Optional.of(folder.cluster().toString()));
    }

    Knock.Answer knock(int port) {
        return Knock.at(port, login, folder.cluster(), patience);
    }

    private Path startLog() {
        return folder.log().resolve("start.log");
    }

    private List<String> pgCtl(String verb, String... more) {
        ArrayList<String> command = new ArrayList<>(List.of(
                binaries.program("pg_ctl").toString(),
                verb,
                "-D",
                folder.cluster().toString()));
        command.addAll(List.of(more));
        return command;
    }
}
