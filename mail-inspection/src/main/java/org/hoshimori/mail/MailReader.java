package org.hoshimori.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** Reads one message (RFC 5322, MIME) as far as its limits go, however broken it is. */
final class MailReader {

    private final Limits limits;
    private final Set<Mail.Gap> gaps = EnumSet.noneOf(Mail.Gap.class);
    private final Deque<Level> levels = new ArrayDeque<>();
    private int parts;
    private int textLeft;
    private int attachmentLeft;

    private MailReader(Limits limits) {
        this.limits = limits;
        this.textLeft = limits.textBytes();
        this.attachmentLeft = limits.attachmentBytes();
    }

    /** Never throws for what the message holds; only if the stream itself fails. */
    static Mail read(InputStream in, Limits limits) throws IOException {
        return new MailReader(limits).walk(in);
    }

    /** One message as its bytes: as it was sent, or as Outlook saves it. */
    static Mail read(byte[] message, Limits limits) {
        try {
            return MailFolder.outlook(message)
                    ? OutlookReader.read(message, limits)
                    : read(new ByteArrayInputStream(message), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    /** The message, wherever it was found. */
    static Mail read(MailFolder.Message message, Limits limits) throws IOException {
        return switch (message) {
            case MailFolder.Message.InFile one -> {
                try (InputStream in = Files.newInputStream(one.file())) {
                    yield read(in, limits);
                }
            }
            case MailFolder.Message.InMemory one -> read(one.bytes(), limits);
            case MailFolder.Message.Outlook one -> OutlookReader.read(one.file(), limits);
        };
    }

    /** A message being read: the outermost, or one within it. */
    private static final class Level {
        final List<Header> headers = new ArrayList<>();
        final StringBuilder text = new StringBuilder();
        final StringBuilder html = new StringBuilder();
        final List<Attachment> attachments = new ArrayList<>();
        final List<Mail> nested = new ArrayList<>();
        List<Header> part = headers;
        boolean begun;
        boolean report;

        Mail finish(Set<Mail.Gap> gaps) {
            return new Mail(new Headers(headers), text.toString(), html.toString(), attachments, nested, report, gaps);
        }
    }

    private Mail walk(InputStream in) throws IOException {
        MimeConfig config = MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderCount(limits.headers())
                .setMaxHeaderLen(limits.headerLength())
                .setMalformedHeaderStartsBody(false)
                .build();
        MimeTokenStream stream = new MimeTokenStream(config);
        levels.push(new Level());
        try {
            stream.parse(LineEnds.readable(in));
            int depth = 0;
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                switch (state) {
                    case T_START_MESSAGE, T_START_MULTIPART -> {
                        depth++;
                        if (depth >= limits.depth()) {
                            gaps.add(Mail.Gap.TOO_DEEP);
                            return finish(); // each level costs the parser stack and time for every byte
                        }
                    }
                    case T_END_MESSAGE, T_END_MULTIPART -> depth--;
                    default -> {}
                }
                if (!take(state, stream)) {
                    break;
                }
            }
        } catch (MimeException e) {
            gaps.add(String.valueOf(e.getMessage()).contains("header") ? Mail.Gap.TOO_MANY_HEADERS : Mail.Gap.BROKEN);
        } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            gaps.add(Mail.Gap.BROKEN); // a message that the MIME parser itself does not survive
        }
        return finish();
    }

    private Mail finish() {
        while (levels.size() > 1) {
            closeNested();
        }
        Level outer = levels.pop();
        if (outer.headers.isEmpty() && outer.text.toString().isBlank() && outer.html.isEmpty()) {
            gaps.add(Mail.Gap.NOTHING);
        }
        return outer.finish(gaps);
    }

    private void closeNested() {
        Mail inner = levels.pop().finish(Set.of());
        current().nested.add(inner);
    }

    private Level current() {
        return levels.element();
    }

    /** False if nothing more is to be read. */
    private boolean take(EntityState state, MimeTokenStream stream) throws IOException {
        Level level = current();
        switch (state) {
            case T_START_MESSAGE -> {
                // The first of them is the message itself.
                if (level.headers.isEmpty() && levels.size() == 1 && parts == 0) {
                    parts = 1;
                } else {
                    levels.push(new Level());
                }
            }
            case T_END_MESSAGE -> {
                if (levels.size() > 1) {
                    closeNested();
                }
            }
            case T_START_HEADER -> {
                level.part = level.begun ? new ArrayList<>() : level.headers;
                level.begun = true;
            }
            case T_FIELD -> level.part.add(header(stream.getField()));
            case T_START_MULTIPART -> {
                Parameters type = Parameters.parse(
                        new Headers(level.part).first("Content-Type").orElse(""));
                level.report |= type.value().equals("multipart/report");
            }
            case T_BODY -> {
                if (++parts > limits.parts()) {
                    gaps.add(Mail.Gap.TOO_MANY_PARTS);
                    return false;
                }
                body(level, stream);
            }
            default -> {}
        }
        return true;
    }

    private static Header header(Field field) {
        byte[] raw = field.getRaw() == null ? new byte[0] : field.getRaw().toByteArray();
        int colon = 0;
        while (colon < raw.length && raw[colon] != ':') {
            colon++;
        }
        if (colon >= raw.length) {
            return new Header(field.getName(), String.valueOf(field.getBody()));
        }
        byte[] body = new byte[raw.length - colon - 1];
        System.arraycopy(raw, colon + 1, body, 0, body.length);
        String value = Charsets.decode(body, "");
        return new Header(field.getName(), unfold(value));
    }

    private static String unfold(String value) {
        if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
            return value.strip();
        }
        StringBuilder line = new StringBuilder(value.length());
        int i = 0;
        while (i < value.length()) {
            char c = value.charAt(i++);
            boolean end = isLineEnd(c);
            line.append(end ? ' ' : c);
            if (end) {
                while (i < value.length() && isLineEnd(value.charAt(i))) {
                    i++;
                }
                while (i < value.length() && (value.charAt(i) == ' ' || value.charAt(i) == '\t')) {
                    i++;
                }
            }
        }
        return line.toString().strip();
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private void body(Level level, MimeTokenStream stream) throws IOException {
        Headers part = new Headers(level.part);
        Parameters type = Parameters.parse(part.first("Content-Type").orElse("text/plain"));
        Parameters disposition =
                Parameters.parse(part.first("Content-Disposition").orElse(""));
        String name = disposition.get("filename");
        if (name.isEmpty()) {
            name = type.get("name");
        }
        String media = type.value().isEmpty() ? "text/plain" : type.value();
        boolean attached = disposition.value().equals("attachment")
                || (!name.isEmpty()
                        && !(media.startsWith("text/") && disposition.value().isEmpty()));
        boolean text = media.startsWith("text/") || (!media.contains("/") && !attached);
        if (text && !attached) {
            Taken taken = Taken.from(stream.getDecodedInputStream(), textLeft);
            textLeft -= taken.bytes().length;
            if (taken.cut()) {
                gaps.add(Mail.Gap.TOO_LONG_TEXT);
            }
            String decoded = Charsets.decode(taken.bytes(), type.get("charset"));
            boolean html = media.equals("text/html") || looksLikeHtml(decoded);
            (html ? level.html : level.text).append(decoded).append('\n');
            return;
        }
        if (media.startsWith("message/") && !attached) {
            // Delivery status and the like, written by mail servers.
            Taken taken = Taken.from(stream.getDecodedInputStream(), Math.min(textLeft, 20_000));
            textLeft -= taken.bytes().length;
            return;
        }
        Taken taken = Taken.from(stream.getDecodedInputStream(), attachmentLeft);
        attachmentLeft -= taken.bytes().length;
        if (taken.cut()) {
            gaps.add(Mail.Gap.TOO_LARGE_ATTACHMENT);
        }
        boolean inline = !disposition.value().equals("attachment")
                && media.startsWith("image/")
                && (part.has("Content-ID") || name.isEmpty());
        boolean signature = media.endsWith("pgp-signature") || media.endsWith("pkcs7-signature");
        if (!signature) {
            level.attachments.add(new Attachment(name, media, taken.bytes(), taken.size(), taken.cut(), inline));
        }
    }

    private static boolean looksLikeHtml(String text) {
        String start = text.substring(0, Math.min(200, text.length())).strip().toLowerCase(Locale.ROOT);
        return start.startsWith("<html") || start.startsWith("<!doctype html");
    }
}
