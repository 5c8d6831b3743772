package org.hoshimori.mail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as a browser would read it, not as a standard would: backslashes, blanks, missing slashes and all ways to write
 * a number are accepted, since those who deceive rely on it.
 *
 * @param host in lower case; an IPv4 address in dotted form however it was written
 * @param port -1 if none is given
 * @param rest path, query and fragment
 */
record Url(String scheme, String userInfo, String host, int port, String rest, boolean numericTrick) {

    private static final int LONGEST = 4_000;
    private static final Pattern LIKE_HOST =
            Pattern.compile("(?i)(www\\.|[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){0,12}\\.[a-z]{2,24}(?=[/:?#]|$)).*");
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");

    static Optional<Url> of(String raw) {
        String text = clean(raw);
        int colon = text.indexOf(':');
        String scheme = colon > 0 ? text.substring(0, colon).toLowerCase(Locale.ROOT) : "";
        if (!SCHEME.matcher(scheme).matches()) {
            scheme = "";
        }
        if (scheme.isEmpty() && text.startsWith("//")) {
            text = "http:" + text;
            scheme = "http";
        } else if (scheme.isEmpty() && startsLikeHost(text)) {
            text = "http://" + text;
            scheme = "http";
        }
        if (!scheme.equals("http") && !scheme.equals("https") && !scheme.equals("ftp")) {
            return scheme.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Url(scheme, "", "", -1, text.substring(scheme.length() + 1), false));
        }
        int from = scheme.length() + 1;
        while (from < text.length() && (text.charAt(from) == '/' || text.charAt(from) == '\\')) {
            from++;
        }
        int end = from;
        while (end < text.length() && "/\\?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = text.substring(from, end);
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : authority.substring(0, at);
        String host = authority.substring(at + 1);
        int port = -1;
        int portColon = host.lastIndexOf(':');
        if (portColon >= 0 && host.substring(portColon + 1).matches("\\d{1,5}")) {
            port = Integer.parseInt(host.substring(portColon + 1));
            host = host.substring(0, portColon);
        }
        host = percentDecoded(host).toLowerCase(Locale.ROOT);
        while (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        Optional<String> number = Ipv4.of(host);
        return host.isEmpty() || host.length() > Domains.LONGEST
                ? Optional.empty()
                : Optional.of(new Url(
                        scheme,
                        user,
                        number.orElse(host),
                        port,
                        text.substring(end),
                        number.isPresent() && !number.get().equals(host)));
    }

    boolean web() {
        return !host.isEmpty();
    }

    /** Whether the host is an address in numbers, not a name. */
    boolean numeric() {
        return host.startsWith("[") || Ipv4.of(host).isPresent();
    }

    /** Its path alone. */
    String path() {
        int end = 0;
        while (end < rest.length() && rest.charAt(end) != '?' && rest.charAt(end) != '#') {
            end++;
        }
        return rest.substring(0, end);
    }

    /** Written so that nobody clicks it by accident. */
    String defanged() {
        String shown = web() ? scheme.replace("http", "hxxp") + "://" + host.replace(".", "[.]") + rest : scheme + ":…";
        return shown.length() > 200 ? shown.substring(0, 200) + "…" : shown;
    }

    /** Where a mail gateway's or search engine's forwarder leads, if the address is one of those that say so. */
    Url unwrapped() {
        return Forwarders.target(this).flatMap(Url::of).filter(Url::web).orElse(this);
    }

    private static boolean startsLikeHost(String text) {
        return LIKE_HOST.matcher(text).matches() && !text.contains("@");
    }

    private static String clean(String raw) {
        String cut = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
        StringBuilder text = new StringBuilder(cut.length());
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            boolean blank = Character.isSpaceChar(c) || c == '\u3164';
            if ((c > ' ' && !blank) || (c == ' ' && !text.isEmpty())) {
                text.append(c);
            }
        }
        return text.toString().strip();
    }

    static String percentDecoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
