package org.hoshimori.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** The server was not started: why, where, and what to do, in Japanese and English. What was there before is untouched. */
public final class PostgresRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why; the names do not change. */
    public enum Reason {
        /** Another process holds the data folder. */
        FOLDER_IN_USE,
        /** The folder holds something else than our data. */
        FOLDER_NOT_OURS,
        /** The folder's name holds a character that PostgreSQL's own programs can't take. */
        FOLDER_NAME,
        /** The folder can't be written. */
        FOLDER_NOT_WRITABLE,
        /** The account the server runs as can't pass through a folder above. */
        FOLDER_NOT_TRAVERSABLE,
        /** The cluster belongs to another account than the one the server would run as. */
        FOLDER_OWNER,
        /** The cluster was made by another major version. */
        OTHER_VERSION,
        /** No room left on the disk. */
        DISK_FULL,
        /** Another program listens on the port. */
        PORT_TAKEN,
        /** No server for this system and processor is packed. */
        NO_BINARIES,
        /** The packed server can't be trusted: it would write outside its folder. */
        BAD_BINARIES,
        /** Started as root, and there is no setpriv to become somebody else. */
        NO_SETPRIV,
        /** The file with the owner's password is gone. */
        SECRET_LOST,
        /** The server does not take the password on file. */
        PASSWORD_REFUSED,
        /** A server we did not start runs on this cluster. */
        CLUSTER_IN_USE,
        /** The cluster could not be made. */
        NOT_MADE,
        /** The server does not start. */
        NOT_STARTED,
        /** The server does not stop. */
        NOT_STOPPED
    }

    private final Reason reason;
    private final String ja;
    private final String en;

    PostgresRefused(Reason reason, Object... arguments) {
        super(fill(Words.EN, reason, arguments));
        this.reason = reason;
        this.ja = fill(Words.JA, reason, arguments);
        this.en = fill(Words.EN, reason, arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** Stable, for logs and scripts: {@code postgres.folder-in-use}. */
    public String code() {
        return code(reason);
    }

    /** The message in Japanese. */
    public String ja() {
        return ja;
    }

    /** The message in English. */
    public String en() {
        return en;
    }

    static String code(Reason reason) {
        return "postgres." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String fill(Properties words, Reason reason, Object... arguments) {
        String text = words.getProperty(code(reason), code(reason));
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** Loaded at the first refusal only. */
    private static final class Words {

        static final Properties JA = load("messages.ja.properties");
        static final Properties EN = load("messages.en.properties");

        private static Properties load(String name) {
            Properties properties = new Properties();
            try (InputStream in = PostgresRefused.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException(name);
                }
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                return properties;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
