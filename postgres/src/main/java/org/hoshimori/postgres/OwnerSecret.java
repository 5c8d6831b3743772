package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.hoshimori.postgres.EmbeddedPostgres.Login;
import org.hoshimori.postgres.PostgresRefused.Reason;

/** The owner's password, in a file apart from the cluster: who copies the cluster does not get it. */
final class OwnerSecret {

    static final String USER = "hoshimori";

    private OwnerSecret() {}

    /** The password on file; made first where there is none, which a cluster not yet made allows. */
    static Login forNewCluster(Path file) throws IOException {
        if (Files.notExists(file)) {
            Path folder = file.resolveSibling(".").normalize();
            if (Files.notExists(folder)) {
                Files.createDirectory(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            Trees.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random), "rw-------");
        }
        return read(file);
    }

    /** @throws PostgresRefused if the file is gone */
    static Login read(Path file) throws IOException {
        String password = Files.exists(file) ? Files.readString(file).strip() : "";
        if (password.isEmpty()) {
            throw new PostgresRefused(Reason.SECRET_LOST, file);
        }
        return new Login(USER, password);
    }
}
