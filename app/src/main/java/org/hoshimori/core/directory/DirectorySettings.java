package org.hoshimori.core.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The directory as {@code serve} was told of it; an empty address means that there is none. */
@Component
class DirectorySettings {

    private final String url;
    private final String base;
    private final String user;
    private final String passwordFile;
    private final String authority;
    private final String filter;
    private final String number;

    DirectorySettings(
            @Value("${hoshimori.directory.url:}") String url,
            @Value("${hoshimori.directory.base:}") String base,
            @Value("${hoshimori.directory.user:}") String user,
            @Value("${hoshimori.directory.password-file:}") String passwordFile,
            @Value("${hoshimori.directory.ca:}") String authority,
            @Value("${hoshimori.directory.filter:(&(objectClass=person)(mail=*))}") String filter,
            @Value("${hoshimori.directory.number:employeeNumber}") String number) {
        this.url = url;
        this.base = base;
        this.user = user;
        this.passwordFile = passwordFile;
        this.authority = authority;
        this.filter = filter;
        this.number = number;
    }

    boolean on() {
        return !url.isEmpty();
    }

    String url() {
        return url;
    }

    String base() {
        return base;
    }

    /** Whom we log in as, or empty. */
    String user() {
        return user;
    }

    /** Read anew each time, so that it may be changed. */
    String password() {
        try {
            return passwordFile.isEmpty()
                    ? ""
                    : Files.readString(Path.of(passwordFile)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The authority (PEM) that vouches for the directory, unless the machine's own do. */
    Optional<Path> authority() {
        return authority.isEmpty() ? Optional.empty() : Optional.of(Path.of(authority));
    }

    String filter() {
        return filter;
    }

    /** The attribute that holds the staff number. */
    String number() {
        return number;
    }
}
