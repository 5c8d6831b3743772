package org.hoshimori.core.evidence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals for tests that work without the application. */
public final class TestSeals {

    private TestSeals() {}

    /** Seals all that is recorded. */
    public static void seal(LogIn app, DataFolder folder) throws SQLException, IOException {
        try (Connection connection = Database.connect(app)) {
            Offline offline = Offline.on(connection);
            Sealer sealer = new Sealer(
                    offline.entries(),
                    offline.heads(),
                    offline.epochs(),
                    Keys.existing(folder),
                    offline.sql(),
                    new TransactionTemplate(offline.transactions()),
                    Clock.systemUTC());
            sealer.seal();
            sealer.seal();
        }
    }
}
