package org.hoshimori.core.storage;

/**
 * A log-in to the database.
 *
 * @param url a JDBC address
 */
public record LogIn(String url, String user, String password) {

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
