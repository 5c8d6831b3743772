package org.hoshimori.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a session: cookie and token. */
final class Client implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final Link link;
    private String cookie = "lang=ja";
    private String token = "";

    Client(int port) throws IOException {
        this.link = new Link(port);
    }

    /** With the session of somebody else. */
    Client(int port, Client like) throws IOException {
        this(port);
        this.cookie = like.cookie;
        this.token = like.token;
    }

    String get(String path) throws IOException {
        Link.Answer answer = kept(link.get(path, cookie));
        if (answer.status() != 200) {
            throw new IOException(path + ": " + answer.status() + " " + answer.location());
        }
        return answer.text();
    }

    /** Where a page leads if it answers so; empty if it answers with itself. */
    String get(String path, int leading) throws IOException {
        Link.Answer answer = kept(link.get(path, cookie));
        return answer.status() == leading ? answer.location() : "";
    }

    /** Sends a file. */
    Link.Answer send(String path, String name, byte[] file) throws IOException {
        return kept(link.post(path, cookie, token, name, file));
    }

    /** Sends a form, names and values by turns. */
    Link.Answer post(String path, String... fields) throws IOException {
        StringBuilder form = new StringBuilder("_csrf=" + encoded(token));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return kept(link.post(path, cookie, form.toString()));
    }

    /** Whether the password was right. */
    boolean logIn(String mail, String password) throws IOException {
        get("/log-in");
        return !post("/log-in", "mail", mail, "password", password).location().contains("wrong");
    }

    private Link.Answer kept(Link.Answer answer) {
        if (!answer.cookie().isEmpty()) {
            cookie = answer.cookie();
        }
        Matcher found = TOKEN.matcher(answer.text());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        link.close();
    }
}
