package org.hoshimori.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.hoshimori.postgres.EmbeddedPostgres.Login;

/** A log-in as the owner, to learn who listens on a port. */
final class Knock {

    /** Who answered. */
    enum Answer {
        /** The server of this cluster, which knows the password. */
        OURS,
        /** A server that starts or stops just now. */
        NOT_YET,
        /** A server that refuses the password. */
        WRONG_PASSWORD,
        /** Nobody, or nobody in time. */
        SILENCE,
        /** Something else, or a server that did not prove that it knows the password. */
        STRANGER
    }

    private Knock() {}

    static Answer at(int port, Login login, Path cluster, Duration patience) {
        try (Wire wire = new Wire(port, patience)) {
            wire.hello(login.user(), "postgres");
            Answer answer = logIn(wire, login);
            return answer == Answer.OURS && !runsOn(wire, cluster) ? Answer.STRANGER : answer;
        } catch (GeneralSecurityException e) {
            return Answer.STRANGER;
        } catch (IOException e) {
            return Answer.SILENCE;
        }
    }

    private static Answer logIn(Wire wire, Login login) throws IOException, GeneralSecurityException {
        Scram scram = new Scram(login.password());
        boolean proven = false;
        while (true) {
            Wire.Message message = wire.read();
            if (message.kind() == 'E') {
                return refusal(message.text(0));
            }
            if (message.kind() != 'R') {
                return Answer.STRANGER;
            }
            switch (message.number()) {
                case 10 -> wire.chooseScram(scram.first(login.user()));
                case 11 -> wire.answer(scram.last(login.user(), message.text(4)));
                case 12 -> proven = scram.proven(message.text(4));
                case 0 -> {
                    return proven ? Answer.OURS : Answer.STRANGER;
                }
                default -> {
                    return Answer.STRANGER;
                }
            }
        }
    }

    /** By SQLSTATE: 28P01 and 28000 are about the password, 57P03 about the moment. */
    private static Answer refusal(String fields) {
        for (String field : fields.split("\0", -1)) {
            switch (field) {
                case "C28P01", "C28000" -> {
                    return Answer.WRONG_PASSWORD;
                }
                case "C57P03" -> {
                    return Answer.NOT_YET;
                }
                default -> {}
            }
        }
        return Answer.STRANGER;
    }

    private static boolean runsOn(Wire wire, Path cluster) throws IOException {
        for (Wire.Message message = wire.read(); message.kind() != 'Z'; message = wire.read()) {
            if (message.kind() == 'E') {
                return false;
            }
        }
        wire.ask("SHOW data_directory");
        for (Wire.Message message = wire.read(); message.kind() != 'E'; message = wire.read()) {
            if (message.kind() == 'D') {
                // One column: a count in two bytes, a length in four, the text.
                return message.text(6).equals(cluster.toString());
            }
        }
        return false;
    }
}
