package org.hoshimori.postgres;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The few messages of PostgreSQL's protocol 3.0 that a log-in and one question need. */
final class Wire implements AutoCloseable {

    private static final int PROTOCOL = 196_608;
    private static final int LONGEST = 65_536;

    /** A message: its kind and what it holds, a character a byte. */
    record Message(char kind, String bytes) {

        int number() {
            return bytes.length() < 4
                    ? -1
                    : ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1))
                            .getInt();
        }

        /** The text after this many bytes; empty if nothing follows. */
        String text(int from) {
            byte[] rest = bytes.substring(Math.min(from, bytes.length())).getBytes(StandardCharsets.ISO_8859_1);
            return new String(rest, StandardCharsets.UTF_8);
        }
    }

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final DataOutputStream out;

    /** @throws IOException if nobody listens, or nobody answers in time */
    Wire(int port, Duration patience) throws IOException {
        int millis = (int) patience.toMillis();
        try {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), millis);
            socket.setSoTimeout(millis);
            in = new DataInputStream(socket.getInputStream());
            out = new DataOutputStream(socket.getOutputStream());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    void hello(String user, String database) throws IOException {
        byte[] words = text("user", user, "database", database, "");
        out.writeInt(words.length + 8);
        out.writeInt(PROTOCOL);
        out.write(words);
        out.flush();
    }

    void chooseScram(String first) throws IOException {
        byte[] said = first.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(text("SCRAM-SHA-256"));
        body.writeBytes(ByteBuffer.allocate(4).putInt(said.length).array());
        body.writeBytes(said);
        send('p', body.toByteArray());
    }

    void answer(String last) throws IOException {
        send('p', last.getBytes(StandardCharsets.UTF_8));
    }

    void ask(String sql) throws IOException {
        send('Q', text(sql));
    }

    private void send(char kind, byte[] body) throws IOException {
        out.writeByte(kind);
        out.writeInt(body.length + 4);
        out.write(body);
        out.flush();
    }

    Message read() throws IOException {
        char kind = (char) in.readUnsignedByte();
        int length = in.readInt() - 4;
        if (length < 0 || length > LONGEST) {
            throw new IOException("not PostgreSQL");
        }
        return new Message(kind, new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
    }

    private static byte[] text(String... words) {
        return (String.join("\0", words) + "\0").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
