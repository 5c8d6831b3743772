package org.hoshimori.core.evidence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.StorageRefused;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a command that works without the application put on record what it did. Such an entry names no revision. */
public final class OfflineRecord {

    private OfflineRecord() {}

    /** Appends it; the log-in must be allowed to. */
    public static void append(LogIn logIn, DataFolder folder, Evident happened) throws IOException {
        try (Connection connection = Database.connect(logIn)) {
            Offline offline = Offline.on(connection);
            Recorder recorder =
                    new Recorder(offline.entries(), Keys.existing(folder), instant -> null, Clock.systemUTC());
            new TransactionTemplate(offline.transactions()).executeWithoutResult(t -> recorder.record(happened));
        } catch (SQLException e) {
            throw new StorageRefused("storage-unreachable", logIn.url(), String.valueOf(e.getMessage()));
        }
    }
}
