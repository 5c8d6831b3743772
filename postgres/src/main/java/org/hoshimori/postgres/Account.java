package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.postgres.PostgresRefused.Reason;

/** The account the server runs as: our own, or, since PostgreSQL refuses root, an unprivileged one. */
record Account(int uid, int gid, List<String> prefix) {

    /** For commands that run as we do. */
    static final Account SELF = new Account(0, 0, List.of());

    Account {
        prefix = List.copyOf(prefix);
    }

    /** @throws PostgresRefused if we are root and can't become somebody else */
    static Account choose(EmbeddedPostgres.Options options) throws IOException {
        int[] own = own();
        if (own[0] != 0) {
            return new Account(own[0], own[1], List.of());
        }
        List<String> places =
                new ArrayList<>(List.of(System.getenv().getOrDefault("PATH", "").split(":", -1)));
        places.addAll(List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin"));
        return unprivileged(options.uid(), options.gid(), places);
    }

    static Account unprivileged(int uid, int gid, List<String> places) {
        for (String folder : places) {
            Path setpriv = Path.of(folder, "setpriv");
            if (setpriv.isAbsolute() && Files.isExecutable(setpriv)) {
                return new Account(
                        uid,
                        gid,
                        List.of(
                                setpriv.toString(),
                                "--reuid=" + uid,
                                "--regid=" + gid,
                                "--clear-groups",
                                "--no-new-privs",
                                "--"));
            }
        }
        throw new PostgresRefused(Reason.NO_SETPRIV);
    }

    /** Effective user and group, as the kernel says. */
    private static int[] own() throws IOException {
        int[] ids = new int[2];
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("Uid:")) {
                ids[0] = Integer.parseInt(line.split("\\s+", -1)[2]);
            } else if (line.startsWith("Gid:")) {
                ids[1] = Integer.parseInt(line.split("\\s+", -1)[2]);
            }
        }
        return ids;
    }

    boolean other() {
        return !prefix.isEmpty();
    }

    /** Folders above the cluster: the server passes through, and reads them only where they are ours anyway. */
    String outerMode() {
        return other() ? "rwx--x--x" : "rwx------";
    }

    /** Hands a file or folder to the account. */
    void give(Path path) throws IOException {
        if (other()) {
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** The cluster must be the account's own; PostgreSQL insists on it, too. */
    void mustOwn(Path path) throws IOException {
        int owner = (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        if (owner != uid) {
            throw new PostgresRefused(Reason.FOLDER_OWNER, path, owner, uid);
        }
    }

    /** Every folder down to this one must let the account pass; the uppermost that does not is named. */
    void mustReach(Path path) throws IOException {
        if (!other() || passes(path)) {
            return;
        }
        Path above = Path.of("/");
        for (Path name : path) {
            above = above.resolve(name);
            if (!passes(above)) {
                throw new PostgresRefused(Reason.FOLDER_NOT_TRAVERSABLE, above, uid);
            }
        }
    }

    /** Asks the kernel instead of reading mode bits: access lists count, too. */
    private boolean passes(Path path) throws IOException {
        return Command.run(this, Path.of("/"), List.of("/bin/sh", "-c", "cd \"$1\"", "sh", path.toString()))
                .fine();
    }

    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }
}
