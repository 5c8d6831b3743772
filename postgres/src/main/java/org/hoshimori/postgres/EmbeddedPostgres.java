package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hoshimori.postgres.PostgresRefused.Reason;

/**
 * A PostgreSQL 18 running in a data folder. If this process is killed the server runs on, and the next
 * {@link #start} takes it over; nobody but {@link #stop} ends it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /**
     * How to start.
     *
     * @param port on the loopback address; 0 is the port of last time, or at first any that is free
     * @param uid the user the server runs as when we are root; best one that owns nothing else
     * @param gid that user's group
     * @param patience how long a server may stay silent, or take to stop, before the next harder means
     */
    public record Options(int port, int uid, int gid, Duration patience) {

        private static final int NOBODY = 65_534;

        public Options {
            if (port < 0 || port > 65_535 || uid < 1 || gid < 1 || !patience.isPositive()) {
                throw new IllegalArgumentException("port " + port + ", uid " + uid + ", gid " + gid + ", " + patience);
            }
        }

        /** Any free port; nobody (65534) instead of root; half a minute. */
        public static Options standard() {
            return new Options(0, NOBODY, NOBODY, Duration.ofSeconds(30));
        }

        public Options withPort(int wanted) {
            return new Options(wanted, uid, gid, patience);
        }

        public Options withUser(int user, int group) {
            return new Options(port, user, group, patience);
        }

        public Options withPatience(Duration wanted) {
            return new Options(port, uid, gid, wanted);
        }
    }

    /** A superuser's name and password; the password is not shown by {@link #toString}. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    private final FolderLock lock;
    private final Server server;
    private final int port;
    private final long pid;
    private final boolean adopted;
    private boolean stopped;

    private EmbeddedPostgres(FolderLock lock, Server server, int port, long pid, boolean adopted) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.pid = pid;
        this.adopted = adopted;
    }

    /**
     * Starts the server of this data folder, or takes over the one still running there; makes the folder if need be.
     *
     * @throws PostgresRefused if it can't be done; what was there before is untouched
     */
    public static EmbeddedPostgres start(Path dataFolder, Options options) {
        try {
            Account account = Account.choose(options);
            DataFolder folder = DataFolder.open(dataFolder, account);
            FolderLock lock = FolderLock.take(folder);
            boolean running = false;
            try {
                EmbeddedPostgres postgres = start(folder, account, options, lock);
                running = true;
                return postgres;
            } finally {
                if (!running) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw Failures.of(e, dataFolder);
        }
    }

    /**
     * The address of the server that runs in this data folder, by its own note, without user and password; it is not taken
     * over. Empty if none runs there.
     */
    public static Optional<String> running(Path dataFolder) {
        try {
            return PostmasterPid.read(new DataFolder(dataFolder).postmasterPid())
                    .filter(note -> note.ready()
                            && ProcessHandle.of(note.pid())
                                    .map(ProcessHandle::isAlive)
                                    .orElse(false))
                    .map(note -> jdbcUrl(note.port()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static EmbeddedPostgres start(DataFolder folder, Account account, Options options, FolderLock lock)
            throws IOException {
        folder.prepare(account);
        Trees.removeHalfMade(folder.home());
        Cluster.check(folder, account);
        Binaries binaries = Binaries.in(folder);
        Login login = Cluster.open(folder, binaries, account);
        Server server = new Server(folder, binaries, account, login, options.patience());
        int port = Port.of(folder, options.port());
        Optional<Long> leftover = new Leftover(server).takeOver(port);
        if (leftover.isPresent()) {
            return new EmbeddedPostgres(lock, server, port, leftover.get(), true);
        }
        long pid = server.start(port);
        if (server.knock(port) != Knock.Answer.OURS) {
            server.stop(pid);
            throw new PostgresRefused(Reason.PASSWORD_REFUSED, folder.secret(), folder.cluster());
        }
        binaries.removeOthers();
        return new EmbeddedPostgres(lock, server, port, pid, false);
    }

    /** Where the owner's database is; without user and password. */
    public String jdbcUrl() {
        return jdbcUrl(port);
    }

    private static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public int port() {
        return port;
    }

    /** The log-in of the owner, a superuser: for migrations, not for daily work. */
    public Login owner() {
        return server.login();
    }

    /** The server's process. */
    public long pid() {
        return pid;
    }

    /** Whether the server was running already, left by a process that was killed. */
    public boolean adopted() {
        return adopted;
    }

    /** Ends the server, whoever is logged in, waits until it has ended, and lets go of the folder. A second call does nothing. */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        try (lock) {
            server.stop(pid);
            stopped = true;
        } catch (IOException e) {
            throw Failures.of(e, server.folder().path());
        }
    }

    @Override
    public void close() {
        stop();
    }
}
