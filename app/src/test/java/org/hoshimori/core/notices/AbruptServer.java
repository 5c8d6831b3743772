package org.hoshimori.core.notices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes mail and hangs up right after its text: with a last word (250) or without. */
final class AbruptServer implements AutoCloseable {

    final List<String> taken = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private final String lastWord;

    /** @param lastWord what is answered to the text before the line is cut; nothing if empty */
    AbruptServer(String lastWord) throws IOException {
        this.lastWord = lastWord;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // Closed, or the client was gone first.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        say(out, "220 abrupt.example");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("DATA")) {
                say(out, "354 go on");
                StringBuilder text = new StringBuilder();
                for (String l = in.readLine(); l != null && !l.equals("."); l = in.readLine()) {
                    text.append(l).append('\n');
                }
                taken.add(text.toString());
                if (!lastWord.isEmpty()) {
                    say(out, lastWord);
                }
                return;
            }
            say(out, "250 fine");
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
