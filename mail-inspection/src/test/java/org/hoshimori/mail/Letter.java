package org.hoshimori.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Writes a message the way a mail program would. */
final class Letter {

    private static final Inspector STANDARD = Inspector.with(Context.standard());

    private final List<String> headers = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private Charset charset = StandardCharsets.UTF_8;
    private String charsetName = "UTF-8";

    static Letter from(String sender) {
        Letter letter = new Letter();
        letter.headers.add("From: " + letter.encoded(sender));
        return letter;
    }

    Letter header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    /** As if the receiving server had not written this header. */
    Letter without(String name) {
        headers.removeIf(h -> h.startsWith(name + ":"));
        return this;
    }

    Letter subject(String subject) {
        return header("Subject", encoded(subject));
    }

    /** For the texts that follow. */
    Letter in(String name, String java) {
        charsetName = name;
        charset = Charset.forName(java);
        return this;
    }

    Letter text(String text) {
        return part("text/plain; charset=" + charsetName, text.getBytes(charset));
    }

    Letter html(String html) {
        return part("text/html; charset=" + charsetName, html.getBytes(charset));
    }

    Letter attach(String name, byte[] content) {
        String encoded = "=?UTF-8?B?" + base64(name.getBytes(StandardCharsets.UTF_8)) + "?=";
        return part(
                "application/octet-stream\r\nContent-Disposition: attachment; filename=\"" + encoded + "\"", content);
    }

    Letter attach(String name) {
        return attach(name, "content".getBytes(StandardCharsets.UTF_8));
    }

    Letter attachMessage(byte[] message) {
        parts.add("Content-Type: message/rfc822\r\n\r\n" + new String(message, StandardCharsets.ISO_8859_1) + "\r\n");
        return this;
    }

    private Letter part(String type, byte[] content) {
        parts.add("Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\r\n");
        return this;
    }

    byte[] bytes() {
        StringBuilder message = new StringBuilder();
        headers.forEach(h -> message.append(h).append("\r\n"));
        message.append("MIME-Version: 1.0\r\n");
        if (parts.size() == 1) {
            message.append(parts.getFirst());
        } else {
            message.append("Content-Type: multipart/mixed; boundary=\"=_b\"\r\n\r\n");
            parts.forEach(p -> message.append("--=_b\r\n").append(p));
            message.append("--=_b--\r\n");
        }
        return message.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    Inspection inspect() {
        return STANDARD.inspect(bytes());
    }

    Inspection inspect(Context context) {
        return Inspector.with(context).inspect(bytes());
    }

    private String encoded(String words) {
        if (words.chars().allMatch(c -> c < 0x80)) {
            return words;
        }
        int open = words.lastIndexOf('<');
        String name = open > 0 ? words.substring(0, open).strip() : words;
        String rest = open > 0 ? " " + words.substring(open) : "";
        return "=?UTF-8?B?" + base64(name.getBytes(StandardCharsets.UTF_8)) + "?=" + rest;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
