package org.hoshimori.cli;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.storage.DataFolder;
import org.hoshimori.core.storage.Database;
import org.hoshimori.core.storage.LogIn;
import org.hoshimori.core.storage.Secrets;
import org.hoshimori.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/** The database server: the operator's own, or the embedded one, which stops with us. */
final class Store implements AutoCloseable {

    private final LogIn owner;
    private final @Nullable EmbeddedPostgres embedded;
    private final boolean served;

    private Store(LogIn owner, @Nullable EmbeddedPostgres embedded, boolean served) {
        this.owner = owner;
        this.embedded = embedded;
        this.served = served;
    }

    static Store open(DataFolder folder, @Nullable String url) {
        if (url != null) {
            return new Store(logIn(url), null, false);
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(folder.postgres(), EmbeddedPostgres.Options.standard());
        EmbeddedPostgres.Login login = embedded.owner();
        return new Store(new LogIn(embedded.jdbcUrl(), login.user(), login.password()), embedded, false);
    }

    /**
     * The store of an installation, to be read: its own server as it runs, or started for us and stopped afterwards.
     *
     * @throws org.hoshimori.core.storage.StorageRefused if the folder is no installation's
     */
    static Store read(DataFolder folder, @Nullable String url) {
        if (url == null) {
            if (Files.notExists(folder.postgres())) {
                throw new Refused("storage-no-database-here", folder.root().toString());
            }
            Optional<String> running = EmbeddedPostgres.running(folder.postgres());
            if (running.isPresent()) {
                return new Store(Database.app(running.get(), new Secrets(folder)), null, true);
            }
        }
        return open(folder, url);
    }

    /** {@code postgresql://user:password@host:port/database}, with or without {@code jdbc:} before it. */
    static LogIn logIn(String url) {
        try {
            URI address = URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
            String user = address.getRawUserInfo();
            if (!"postgresql".equals(address.getScheme())
                    || address.getHost() == null
                    || user == null
                    || !user.contains(":")) {
                throw new Refused("serve-database-url", address.getHost() == null ? "?" : address.getHost());
            }
            int colon = user.indexOf(':');
            String port = address.getPort() < 0 ? "" : ":" + address.getPort();
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            return new LogIn(
                    "jdbc:postgresql://" + address.getHost() + port + address.getRawPath() + query,
                    decoded(user.substring(0, colon)),
                    decoded(user.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            // The address may hold a password: it is not repeated.
            throw new Refused("serve-database-url", "?");
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** What every start of the application is told of its folder and its database, in Spring's names. */
    static Map<String, Object> settings(DataFolder folder, LogIn app) {
        return Map.of(
                "hoshimori.data", folder.root().toString(),
                "spring.datasource.url", app.url(),
                "spring.datasource.username", app.user(),
                "spring.datasource.password", app.password());
    }

    /** The application's log-in; brings the database up to date where its server was not running. */
    LogIn app(Secrets secrets) {
        return served ? owner : Database.open(owner, secrets).app();
    }

    /** The owner's log-in, or the application's where its server runs already. */
    LogIn owner() {
        return owner;
    }

    @Override
    public void close() {
        stop();
    }

    /** Stops the embedded server; does nothing the second time. */
    void stop() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
