package org.hoshimori.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.hoshimori.postgres.EmbeddedPostgres.Login;
import org.hoshimori.postgres.Knock.Answer;
import org.junit.jupiter.api.Test;

/** Programs on the port that are no PostgreSQL of ours. */
final class KnockTests {

    @Test
    void takesNoServerForOursThatAsksForNoPassword() throws Exception {
        // "Authenticated", then "ready": what a server says that trusts everybody.
        assertThat(answerTo(new byte[] {'R', 0, 0, 0, 8, 0, 0, 0, 0, 'Z', 0, 0, 0, 5, 'I'}))
                .isEqualTo(Answer.STRANGER);
    }

    @Test
    void givesThePasswordToNobodyWhoAsksForItPlainly() throws Exception {
        assertThat(answerTo(new byte[] {'R', 0, 0, 0, 8, 0, 0, 0, 3})).isEqualTo(Answer.STRANGER);
    }

    @Test
    void knowsAServerThatIsStarting() throws Exception {
        byte[] fields = "C57P03\0\0".getBytes(StandardCharsets.US_ASCII);
        byte[] message = new byte[5 + fields.length];
        message[0] = 'E';
        message[4] = (byte) (4 + fields.length);
        System.arraycopy(fields, 0, message, 5, fields.length);
        assertThat(answerTo(message)).isEqualTo(Answer.NOT_YET);
    }

    @Test
    void hearsNothingInWhatIsNoPostgres() throws Exception {
        assertThat(answerTo("HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Answer.SILENCE);
    }

    private static Answer answerTo(byte[] said) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread talker = Thread.ofVirtual().start(() -> talk(server, said));
            Answer answer = Knock.at(
                    server.getLocalPort(),
                    new Login("hoshimori", "secret"),
                    Path.of("/nowhere"),
                    Duration.ofMillis(500));
            talker.join();
            return answer;
        }
    }

    private static void talk(ServerSocket server, byte[] said) {
        try (Socket socket = server.accept()) {
            new DataOutputStream(socket.getOutputStream()).write(said);
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The other side hung up.
        }
    }
}
