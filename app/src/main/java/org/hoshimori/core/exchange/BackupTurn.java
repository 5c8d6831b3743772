package org.hoshimori.core.exchange;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.StorageRefused;

/** The turn to make a backup, of which all nodes together have one. It ends with its connection, and so with a killed node. */
final class BackupTurn implements AutoCloseable {

    private static final long LOCK = 0x6261_636b_7570L;

    private final Connection connection;

    private BackupTurn(Connection connection) {
        this.connection = connection;
    }

    /** Nothing if somebody has it, here or on another node. */
    static Optional<BackupTurn> take(LogIn logIn) {
        Connection connection = Database.connect(logIn);
        boolean taken = false;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            taken = row.getBoolean(1);
            return taken ? Optional.of(new BackupTurn(connection)) : Optional.empty();
        } catch (SQLException e) {
            throw new StorageRefused("storage-unreachable", logIn.url(), String.valueOf(e.getMessage()));
        } finally {
            if (!taken) {
                close(connection);
            }
        }
    }

    @Override
    public void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // The server has let it go already.
        }
    }
}
