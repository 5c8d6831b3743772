package org.hoshimori.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive HTTP/1.1 connection to a server on this machine: as little work as a client can make of it. */
final class Link implements AutoCloseable {

    private static final int LINE_END = '\n';
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int HEXADECIMAL = 16;

    private static final int BUFFER = 1 << 16;

    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Link(int port) throws IOException {
        this.port = port;
        this.socket = connected(port);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = socket.getOutputStream();
    }

    private static Socket connected(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** A server closes a connection after so many requests; the next goes by a new one. */
    private void again() throws IOException {
        socket.close();
        socket = connected(port);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
    }

    /**
     * What came back.
     *
     * @param location where it leads, or empty
     * @param cookie that is set, or several parted by semicolons, or empty
     */
    record Answer(int status, String location, String cookie, String text) {}

    Answer get(String path, String cookie) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + cookie + "\r\n\r\n");
    }

    Answer post(String path, String cookie, String form) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + cookie
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form);
    }

    /** Sends a file as the field {@code file}, beside the token. */
    Answer post(String path, String cookie, String token, String name, byte[] file) throws IOException {
        String border = "----hoshimori-bench";
        byte[] before = ("--" + border + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--"
                        + border
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + cookie
                        + "\r\nContent-Type: multipart/form-data; boundary=" + border + "\r\nContent-Length: "
                        + (before.length + file.length + after.length) + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(before);
        request.writeBytes(file);
        request.writeBytes(after);
        return send(request.toByteArray());
    }

    private Answer send(String request) throws IOException {
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Answer send(byte[] bytes) throws IOException {
        try {
            out.write(bytes);
            out.flush();
            return answer();
        } catch (Closed e) {
            // While nobody used it.
            again();
            out.write(bytes);
            out.flush();
            return answer();
        }
    }

    /** The server has closed the connection and answered nothing. */
    private static final class Closed extends EOFException {
        private static final long serialVersionUID = 1L;
    }

    private Answer answer() throws IOException {
        String first = line();
        if (first.isEmpty()) {
            throw new Closed();
        }
        int status = Integer.parseInt(first.substring(STATUS_AT, STATUS_AT + 3));
        String location = "";
        String cookie = "";
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "connection" -> last = value.equalsIgnoreCase("close");
                case "location" -> location = value;
                case "set-cookie" -> cookie = kept(cookie, value.replaceFirst(";.*", ""));
                default -> {
                    // Nothing to a client like this one.
                }
            }
        }
        String text = new String(chunked ? chunks() : in.readNBytes(length), StandardCharsets.UTF_8);
        if (last) {
            again();
        }
        return new Answer(status, location, cookie, text);
    }

    /** Ours alone, where it is ours; of others all that are set. */
    private static String kept(String cookies, String cookie) {
        if (cookie.startsWith("lang=") || cookie.endsWith("=")) {
            return cookies;
        }
        return cookies.isEmpty() || cookie.startsWith("hoshimori=") ? cookie : cookies + "; " + cookie;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(), HEXADECIMAL);
            body.write(in.readNBytes(size));
            line();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != LINE_END; c = in.read()) {
            if (c < 0 && line.isEmpty()) {
                return "";
            }
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
