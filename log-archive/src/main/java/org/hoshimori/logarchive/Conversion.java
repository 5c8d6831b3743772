package org.hoshimori.logarchive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a field's text becomes a column's value. All work on ASCII or UTF-8 bytes, so that every format that shares one gives equal rows. */
enum Conversion {
    TEXT {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            row.put(to, b, from, until);
            return true;
        }
    },
    /** Protocols, host names, hashes: small letters. */
    LOWER {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            for (int i = from; i < until; i++) {
                if (b[i] >= 'A' && b[i] <= 'Z') {
                    byte[] copy = Arrays.copyOfRange(b, from, until);
                    lower(copy);
                    row.put(to, copy);
                    return true;
                }
            }
            row.put(to, b, from, until);
            return true;
        }
    },
    ADDRESS {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            boolean separated = false;
            for (int i = from; i < until; i++) {
                byte c = b[i];
                boolean point = c == '.' || c == ':';
                separated |= point;
                if (!point && Character.digit(c, 16) < 0) {
                    return false;
                }
            }
            return separated && until - from <= 45 && LOWER.put(row, to, b, from, until, times);
        }
    },
    NUMBER {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            long value = number(b, from, until);
            if (value < 0 || (to.kind() == Column.Kind.SMALL && value > Integer.MAX_VALUE)) {
                return false;
            }
            row.put(to, value);
            return true;
        }
    },
    /** A port; where flows write ICMP's type and code in its place, {@code 8.0} or {@code 0x0008}, these are kept as such. */
    PORT {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            boolean point = false;
            boolean hex = until - from > 2 && b[from] == '0' && b[from + 1] == 'x';
            for (int i = from; i < until; i++) {
                point |= b[i] == '.';
            }
            if (point || hex) {
                String text = new String(b, from, until - from, StandardCharsets.UTF_8);
                row.unmapped("icmp", text);
                return true;
            }
            return NUMBER.put(row, to, b, from, until, times);
        }
    },
    /** Seconds with a fraction, to microseconds. */
    SECONDS {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            long value = Times.epoch(b, from, until);
            return putTime(row, to, value);
        }
    },
    MILLISECONDS {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            long value = number(b, from, until);
            return putTime(row, to, value < 0 ? Times.NONE : value * 1000);
        }
    },
    /** Seconds since 1970 with a fraction. */
    EPOCH {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            return putTime(row, to, Times.epoch(b, from, until));
        }
    },
    /** Year, month, day and time of day, with or without a zone. */
    DATE {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            return putTime(row, to, times.iso(new String(b, from, until - from, StandardCharsets.UTF_8)));
        }
    },
    /** A hardware address, to small letters and colons. */
    MAC {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            row.put(to, mac(new String(b, from, until - from, StandardCharsets.UTF_8)));
            return true;
        }
    },
    /** The method of HTTP, which is the event's activity as well. */
    METHOD {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            row.put(
                    Column.ACTIVITY_ID,
                    METHODS.getOrDefault(new String(b, from, until - from, StandardCharsets.UTF_8), 99));
            return TEXT.put(row, to, b, from, until, times);
        }
    },
    /** Zeek's and Suricata's kinds of DHCP messages; the last one is the activity. */
    DHCP {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            String all = new String(b, from, until - from, StandardCharsets.UTF_8);
            row.put(Column.ACTIVITY_ID, dhcpActivity(all.substring(all.lastIndexOf(',') + 1)));
            return TEXT.put(row, to, b, from, until, times);
        }
    },
    /** Whether a firewall let it pass: OCSF's action. */
    ACTION {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            String word = new String(b, from, until - from, StandardCharsets.UTF_8);
            row.put(Column.ACTION_ID, action(word));
            return TEXT.put(row, to, b, from, until, times);
        }
    },
    /** The address that a client was given; the one that it had before is kept beside it. */
    LEASE {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            String before = row.text(to);
            boolean read = ADDRESS.put(row, to, b, from, until, times);
            if (!before.isEmpty() && !before.equals(row.text(to))) {
                row.unmapped("client_addr", before);
            }
            return read;
        }
    },
    /** Whether the originator is ours. */
    LOCAL_ORIGIN {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            row.put(to, isTrue(b[from]) ? OUTBOUND : OTHER);
            return true;
        }
    },
    /** Whether the responder is ours. */
    LOCAL_RESPONSE {
        @Override
        boolean put(Rows row, Column to, byte[] b, int from, int until, Times times) {
            boolean ours = row.number(to) == OUTBOUND;
            boolean theirs = isTrue(b[from]);
            row.put(to, ours ? theirs ? LATERAL : OUTBOUND : theirs ? INBOUND : OTHER);
            return true;
        }
    };

    static final int INBOUND = 1;
    static final int OUTBOUND = 2;
    static final int LATERAL = 3;
    static final int OTHER = 99;

    private static final Map<String, Integer> METHODS =
            Map.of("CONNECT", 1, "DELETE", 2, "GET", 3, "HEAD", 4, "OPTIONS", 5, "POST", 6, "PUT", 7, "TRACE", 8);

    /** Puts the value; false if the text is none of the kind. */
    abstract boolean put(Rows row, Column to, byte[] b, int from, int until, Times times);

    static Conversion named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What a column takes if nobody says otherwise. */
    static Conversion usual(Column column) {
        if (column.isText()) {
            return column.sql().endsWith("_ip") ? ADDRESS : column.sql().endsWith("_mac") ? MAC : TEXT;
        }
        return column.kind() == Column.Kind.TIME ? DATE : NUMBER;
    }

    private static boolean putTime(Rows row, Column to, long value) {
        if (value == Times.NONE) {
            return false;
        }
        row.put(to, value);
        return true;
    }

    private static void lower(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] >= 'A' && text[i] <= 'Z') {
                text[i] = (byte) (text[i] + 'a' - 'A');
            }
        }
    }

    private static boolean isTrue(byte first) {
        return first == 'T' || first == 't';
    }

    /** A whole number of up to 18 digits, -1 if it is none; a fraction of zeros is forgiven. */
    static long number(byte[] b, int from, int until) {
        long value = 0;
        int i = from;
        while (i < until && b[i] == ' ') {
            i++;
        }
        if (i == until || until - i > 18) {
            return -1;
        }
        for (; i < until; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9) {
                return b[i] == '.' && i > from && zeros(b, i + 1, until) ? value : -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static boolean zeros(byte[] b, int from, int until) {
        for (int i = from; i < until; i++) {
            if (b[i] != '0') {
                return false;
            }
        }
        return true;
    }

    static String mac(String text) {
        if (isMac(text)) {
            return text;
        }
        String digits = text.replaceAll("[:.-]", "").toLowerCase(Locale.ROOT);
        return digits.length() == 12 && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)
                ? digits.replaceAll("(..)(?=.)", "$1:")
                : text.toLowerCase(Locale.ROOT);
    }

    /** Whether a hardware address is in our form already. */
    private static boolean isMac(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = i % 3 == 2 ? c == ':' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            if (!fits) {
                return false;
            }
        }
        return text.length() == 17;
    }

    static int dhcpActivity(String message) {
        String word = message.toUpperCase(Locale.ROOT).replace("DHCP", "");
        return switch (word) {
            case "DISCOVER" -> 1;
            case "OFFER" -> 2;
            case "REQUEST" -> 3;
            case "DECLINE" -> 4;
            case "ACK" -> 5;
            case "NAK" -> 6;
            case "RELEASE" -> 7;
            case "INFORM" -> 8;
            case "EXPIRE" -> 9;
            default -> OTHER;
        };
    }

    /** 1 allowed, 2 denied, 99 something else. */
    static int action(@Nullable String word) {
        if (word == null) {
            return 0;
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "allow",
                    "allowed",
                    "accept",
                    "accepted",
                    "pass",
                    "permit",
                    "permitted",
                    "close",
                    "start",
                    "alert",
                    "timeout",
                    "client-rst",
                    "server-rst",
                    "ip-conn",
                    "passthrough",
                    "built",
                    "teardown" -> 1;
            case "deny",
                    "denied",
                    "drop",
                    "dropped",
                    "block",
                    "blocked",
                    "reject",
                    "rejected",
                    "reset-both",
                    "reset-client",
                    "reset-server",
                    "drop-packet",
                    "block-ip",
                    "drop-icmp" -> 2;
            default -> OTHER;
        };
    }
}
