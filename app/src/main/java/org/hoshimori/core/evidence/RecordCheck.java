package org.hoshimori.core.evidence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.hoshimori.core.storage.ContentFiles;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.StorageRefused;
import org.hoshimori.proof.Report;
import org.hoshimori.proof.SignedHead;

/** Verifies the record of an installation without the application, whether or not that runs meanwhile. Changes nothing. */
public final class RecordCheck {

    private RecordCheck() {}

    /**
     * Verifies all of it.
     *
     * @param reader any log-in that may read the record
     * @param witnesses heads that somebody kept elsewhere
     * @throws StorageRefused if the database can't be reached or holds no record, or the keys are not in the folder
     */
    public static Report of(DataFolder folder, LogIn reader, List<SignedHead> witnesses) throws IOException {
        try (Connection connection = Database.connect(reader)) {
            Offline offline = Offline.on(connection);
            if (offline.sql()
                    .sql("SELECT to_regclass('evidence.head') IS NULL")
                    .query(Boolean.class)
                    .single()) {
                throw new StorageRefused("evidence-no-record", folder.root().toString());
            }
            RecordProof proof = new RecordProof(
                    offline.entries(),
                    offline.heads(),
                    offline.epochs(),
                    Keys.existing(folder),
                    new ContentFiles(folder),
                    offline.sql(),
                    offline.transactions(),
                    Clock.systemUTC());
            return proof.verify(witnesses);
        } catch (SQLException e) {
            throw new StorageRefused("storage-unreachable", reader.url(), String.valueOf(e.getMessage()));
        }
    }
}
