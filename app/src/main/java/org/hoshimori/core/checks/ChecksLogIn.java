package org.hoshimori.core.checks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import org.hoshimori.core.checks.CheckRefused.Fault;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The log-in under which every check runs: it reads facts, adds to one table, and is stopped after a time. */
@Component
class ChecksLogIn implements AutoCloseable {

    private static final String CANCELLED = "57014";
    private static final String LOCKED = "55P03";

    private final HikariDataSource pool;
    private final Duration patience;

    ChecksLogIn(
            @Value("${hoshimori.data}") Path data,
            @Value("${spring.datasource.url}") String url,
            @Value("${hoshimori.checks.patience:PT10S}") Duration patience,
            Clock clock) {
        LogIn logIn = Database.checks(url, new Secrets(DataFolder.open(data)));
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(logIn.url());
        config.setUsername(logIn.user());
        config.setPassword(logIn.password());
        config.setMaximumPoolSize(Engine.WORKERS + 1);
        config.setMinimumIdle(0);
        config.setIdleTimeout(Duration.ofSeconds(30).toMillis());
        config.setAutoCommit(false);
        config.setInitializationFailTimeout(-1);
        config.setPoolName("checks");
        config.setExceptionOverrideClassName(Unbroken.class.getName());
        config.setConnectionInitSql("SET TimeZone TO '" + clock.getZone().getId() + "'");
        this.pool = new HikariDataSource(config);
        this.patience = patience;
    }

    /** Something done with the database. */
    @FunctionalInterface
    interface Act<T> {
        T on(Connection connection) throws SQLException, CheckRefused;
    }

    /** What is done is kept, and has a limited time. */
    <T> T keep(Act<T> act) throws CheckRefused {
        return done(act, true);
    }

    /** What is done leaves no trace. */
    <T> T trial(Act<T> act) throws CheckRefused {
        return done(act, false);
    }

    private <T> T done(Act<T> act, boolean kept) throws CheckRefused {
        try (Connection connection = pool.getConnection()) {
            try {
                try (Statement limits = connection.createStatement()) {
                    limits.execute("SET LOCAL statement_timeout = " + patience.toMillis());
                    limits.execute("SET LOCAL lock_timeout = " + patience.toMillis());
                    limits.execute("SET LOCAL transaction_timeout = "
                            + patience.multipliedBy(2).toMillis());
                }
                T result = act.on(connection);
                if (kept) {
                    connection.commit();
                }
                return result;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static CheckRefused refused(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String says = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return switch (state) {
            case CANCELLED, LOCKED, "25P04" -> new CheckRefused(Fault.TOO_SLOW, says);
            // A column of the staging table is null or no status.
            case "23502", "23514" -> new CheckRefused(Fault.ROWS, says);
            default -> new CheckRefused(Fault.DATABASE, says);
        };
    }

    @Override
    public void close() {
        pool.close();
    }
}
