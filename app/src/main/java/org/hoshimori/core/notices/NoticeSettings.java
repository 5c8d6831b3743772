package org.hoshimori.core.notices;

import java.net.URI;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Where notices go.
 *
 * @param publicUrl the address of the application as browsers see it, without the last slash
 * @param mail where mail is handed in, if anywhere
 * @param channel the address of the company's channel, if it has one
 * @param digestAt when the day's digest is sent
 */
record NoticeSettings(String publicUrl, Optional<Mail> mail, Optional<URI> channel, LocalTime digestAt) {

    /**
     * A mail server.
     *
     * @param user empty where it asks for no log-in
     */
    record Mail(String host, int port, String user, String password, Security security, String from) {

        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return host + ":" + port + " " + security;
        }
    }

    /** How the way to the mail server is encrypted. */
    enum Security {
        /** From the first word. */
        TLS,
        /** After a greeting; without it nothing is sent. */
        STARTTLS,
        NONE
    }
}
