package org.hoshimori.logarchive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What syslog puts around a message, RFC 5424 or 3164 or what devices make of the latter; used again for each line. A line without any is
 * all message.
 */
final class Envelope {

    private static final Pattern DATA = Pattern.compile("\\[[^ \\]]+(?: [^=\\]]+=\"(?:[^\"\\\\]|\\\\.)*\")*\\]");

    private final Times times;
    private String priority = "";
    private long time = Times.NONE;
    private String host = "";
    private String app = "";
    private String process = "";
    private String messageId = "";
    private String data = "";

    Envelope(Times times) {
        this.times = times;
    }

    /** Opens it; what remains is the message. */
    String open(String line) {
        clear();
        int at = 0;
        if (line.startsWith("<")) {
            int end = line.indexOf('>');
            if (end > 1 && end <= 4 && Times.number(line, 1, end) >= 0) {
                priority = line.substring(1, end);
                at = end + 1;
            }
        }
        if (!priority.isEmpty() && at + 1 < line.length() && line.charAt(at) == '1' && line.charAt(at + 1) == ' ') {
            return new5424(line, at + 2);
        }
        return old3164(line, at);
    }

    private void clear() {
        priority = "";
        time = Times.NONE;
        host = "";
        app = "";
        process = "";
        messageId = "";
        data = "";
    }

    private String new5424(String line, int from) {
        Words words = new Words(line.substring(from), ' ');
        String stamp = words.next();
        time = stamp.equals("-") ? Times.NONE : times.iso(stamp);
        host = unless(words.next());
        app = unless(words.next());
        process = unless(words.next());
        messageId = unless(words.next());
        String rest = words.rest();
        if (rest.startsWith("-")) {
            return rest.substring(1).strip();
        }
        Matcher matcher = DATA.matcher(rest);
        int end = 0;
        while (matcher.find(end) && matcher.start() == end) {
            end = matcher.end();
        }
        data = rest.substring(0, end);
        String message = rest.substring(end).strip();
        return message.startsWith("\uFEFF") ? message.substring(1) : message;
    }

    private static String unless(String word) {
        return word.equals("-") ? "" : word;
    }

    private String old3164(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == ':')) {
            at++;
        }
        int after = stamp(line, at);
        if (after < 0) {
            return priority.isEmpty() ? line : line.substring(at);
        }
        at = after;
        if (line.startsWith(" UTC", at)) {
            at += 4;
        }
        if (line.startsWith(":", at)) { // no host: what devices of one vendor write
            return line.substring(at + 1).strip();
        }
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        int space = line.indexOf(' ', at);
        if (space < 0) {
            return line.substring(at);
        }
        String word = line.substring(at, space);
        if (!word.endsWith(":") && isHost(word) && !line.startsWith("1,", at)) {
            host = word;
            at = space + 1;
            if (line.startsWith(": ", at)) {
                at += 2;
            }
        }
        at = tag(line, at);
        return line.substring(at).strip();
    }

    /** Letters, digits and {@code _ . : -}. */
    private static boolean isHost(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!isWord(c) && c != '.' && c != ':' && c != '-') {
                return false;
            }
        }
        return !word.isEmpty() && word.length() <= 255;
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    /** Reads {@code program[process]:} if it stands here; says where the message begins. */
    private int tag(String line, int from) {
        int n = line.length();
        int end = from;
        while (end < n
                && end - from < 48
                && (isWord(line.charAt(end))
                        || line.charAt(end) == '.'
                        || line.charAt(end) == '/'
                        || line.charAt(end) == '-')) {
            end++;
        }
        int next = end;
        String inside = "";
        if (end < n && line.charAt(end) == '[') {
            int close = line.indexOf(']', end);
            if (close < 0 || close == end + 1 || close - end > 33) {
                return from;
            }
            inside = line.substring(end + 1, close);
            next = close + 1;
        }
        if (end == from || next >= n || line.charAt(next) != ':') {
            return from;
        }
        app = line.substring(from, end);
        process = inside;
        return next + 1 < n && line.charAt(next + 1) == ' ' ? next + 2 : next + 1;
    }

    /** Reads the time that stands here; says where it ends, -1 if none does. */
    private int stamp(String line, int at) {
        int n = line.length();
        if (n >= at + 15 && line.charAt(at + 3) == ' ' && Times.month(line, at) > 0) {
            if (n >= at + 20 && Times.number(line, at + 7, at + 11) > 0 && line.charAt(at + 11) == ' ') {
                time = times.bsdWithYear(line, at);
                return time == Times.NONE ? -1 : at + 20;
            }
            time = times.bsd(line, at);
            int end = at + 15;
            while (time != Times.NONE && end < n && (line.charAt(end) == '.' || Character.isDigit(line.charAt(end)))) {
                end++;
            }
            return time == Times.NONE ? -1 : end;
        }
        if (n >= at + 19
                && Character.isDigit(line.charAt(at))
                && line.charAt(at + 4) == '-'
                && line.charAt(at + 10) == 'T') {
            int end = line.indexOf(' ', at);
            time = times.iso(line.substring(at, end < 0 ? n : end));
            return time == Times.NONE ? -1 : end < 0 ? n : end;
        }
        return -1;
    }

    String app() {
        return app;
    }

    /** Puts what the envelope says and the message did not. */
    void seal(Rows row) {
        if (time != Times.NONE) {
            row.put(row.has(Column.TIME) ? Column.METADATA_LOGGED_TIME : Column.TIME, time);
        }
        if (!host.isEmpty() && !row.has(Column.DEVICE_HOSTNAME)) {
            Fields.host(row, host, Column.DEVICE_IP, Column.DEVICE_HOSTNAME);
        }
        keep(row, "syslog.pri", priority);
        keep(row, "syslog.app", app);
        keep(row, "syslog.procid", process);
        keep(row, "syslog.msgid", messageId);
        keep(row, "syslog.sd", data);
    }

    private static void keep(Rows row, String name, String value) {
        if (!value.isEmpty()) {
            row.unmapped(name, value);
        }
    }
}
