package org.hoshimori.logarchive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.logarchive.IpKey.Range;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Addresses, names, URLs and TLS fingerprints known for harm, from plain lists, STIX 2.1 bundles and MISP events, without those that a
 * guard list (misp-warninglists) says are common and harmless.
 */
final class Indicators {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern STIX = Pattern.compile(
            "(ipv4-addr|ipv6-addr|domain-name|url|x509-certificate|network-traffic|file):([A-Za-z0-9_.'-]+)\\s*=\\s*'((?:[^'\\\\]|\\\\.)*)'");
    private static final Pattern HOST =
            Pattern.compile("(?:[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}_])?\\.)+[\\p{L}\\p{N}-]{2,}");
    private static final Pattern BARE = Pattern.compile("(?i)(?:https?|ftp)://([^/?#\\[\\]@]+)/?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern JA4 = Pattern.compile("[tqd]\\d{2}[di]\\d{4}[0-9a-z]{2}_[0-9a-f]{12}_[0-9a-f]{12}");

    private final Map<String, Indicator> addresses = new LinkedHashMap<>();
    private final Cidrs<Indicator> ranges = new Cidrs<>();
    private final Map<String, Indicator> names = new HashMap<>();
    private final Map<String, Indicator> urls = new HashMap<>();
    private final Map<String, Indicator> fingerprints = new HashMap<>();
    private int guarded;

    /** One, and the list that has it. */
    record Indicator(String value, String list, int port) {}

    static Indicators read(@Nullable Path folder, Guards guards) throws IOException {
        Indicators all = new Indicators();
        if (folder != null && Files.isDirectory(folder)) {
            for (Path file : LogFiles.of(List.of(folder))) {
                all.load(file, guards);
            }
        }
        return all;
    }

    private void load(Path file, Guards guards) throws IOException {
        String list = String.valueOf(file.getFileName());
        String text = Line.text(Files.readAllBytes(file), 0, (int) Math.min(Files.size(file), Integer.MAX_VALUE - 8));
        BiConsumer<String, String> add = (kind, value) -> add(kind, value, list, guards);
        if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
            try {
                json(JSON.readTree(text), add);
            } catch (JacksonException e) {
                throw new ArchiveRefused("logs.indicators", list);
            }
        } else {
            text.lines().forEach(line -> plain(line, add));
        }
    }

    private static void plain(String line, BiConsumer<String, String> add) {
        String value = line.strip();
        int comment = value.startsWith("#") || value.startsWith("//")
                ? 0
                : Math.max(value.indexOf(" #"), value.indexOf("\t#"));
        if (comment >= 0) {
            value = value.substring(0, comment).strip();
        }
        if (value.indexOf(',') > 0) {
            value = value.substring(0, value.indexOf(',')).strip();
        }
        if (!value.isEmpty()) {
            add.accept("", value.replace("\"", "").replace("hxxp", "http").replace("[.]", "."));
        }
    }

    private static void json(JsonNode node, BiConsumer<String, String> add) {
        if (node.isArray()) {
            node.forEach(n -> json(n, add));
        } else if (node.isObject()) {
            String kind = node.path("type").asString("");
            if (kind.equals("indicator") && node.has("pattern")) {
                Matcher stix = STIX.matcher(node.get("pattern").asString());
                while (stix.find()) {
                    boolean hashed = stix.group(2).toLowerCase(Locale.ROOT).contains("ja3");
                    if (!stix.group(1).equals("file") || hashed) {
                        add.accept(hashed ? "ja3" : "", stix.group(3).replace("\\'", "'"));
                    }
                }
            } else if (node.has("type") && node.has("value") && node.has("category")) {
                misp(kind, node, add);
            } else {
                for (JsonNode inner : node) {
                    if (inner.isContainer()) {
                        json(inner, add);
                    }
                }
            }
        }
    }

    private static void misp(String kind, JsonNode node, BiConsumer<String, String> add) {
        if (node.has("to_ids") && !node.get("to_ids").asBoolean()) {
            return; // kept for context, not for detection
        }
        String value = node.get("value").asString();
        switch (kind) {
            case "ip-dst", "ip-src", "domain", "hostname", "url", "uri", "ja3-fingerprint-md5", "ja4-plus" ->
                add.accept(kind.startsWith("ja") ? "ja3" : "", value);
            case "ip-dst|port", "ip-src|port", "hostname|port" -> add.accept("", value.replace('|', ':'));
            case "domain|ip" -> {
                add.accept("", value.substring(0, value.indexOf('|')));
                add.accept("", value.substring(value.indexOf('|') + 1));
            }
            default -> {}
        }
    }

    private void add(String kind, String said, String list, Guards guards) {
        Matcher bare = BARE.matcher(said);
        String value = bare.matches() ? bare.group(1) : said; // a URL without a path means its host
        String lower = value.toLowerCase(Locale.ROOT);
        int port = 0;
        String host = lower;
        int colon = lower.lastIndexOf(':');
        if (colon > 0 && lower.indexOf(':') == colon && Fields.number(lower.substring(colon + 1)) > 0) {
            port = (int) Math.min(Fields.number(lower.substring(colon + 1)), 65_535);
            host = lower.substring(0, colon);
        }
        Indicator indicator = new Indicator(said, list, port);
        String key = IpKey.of(host);
        if (guards.guards(host)) {
            guarded++;
        } else if (kind.equals("ja3")
                || HASH.matcher(lower).matches()
                || JA4.matcher(lower).matches()) {
            fingerprints.putIfAbsent(lower, indicator);
        } else if (key != null) {
            addresses.putIfAbsent(key, indicator);
        } else if (host.indexOf('/') > 0 && host.indexOf("://") < 0 && IpKey.range(host) != null) {
            Range range = IpKey.range(host);
            if (range != null) {
                ranges.add(range, indicator);
            }
        } else if (value.indexOf('/') >= 0) {
            urls.putIfAbsent(url(value), indicator);
        } else if (HOST.matcher(host).matches()) {
            names.putIfAbsent(host, indicator);
        }
    }

    /** A URL without its scheme, its host in small letters. */
    static String url(String value) {
        int scheme = value.indexOf("://");
        String rest = scheme < 0 ? value : value.substring(scheme + 3);
        int slash = rest.indexOf('/');
        String host = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT);
        String path = slash < 0 ? "/" : rest.substring(slash);
        return host.replaceAll(":(80|443)$", "") + path;
    }

    @Nullable
    Indicator address(String ip) {
        String key = IpKey.of(ip);
        if (key == null) {
            return null;
        }
        Indicator exact = addresses.get(key);
        return exact == null ? ranges.of(key) : exact;
    }

    /** That of a name or of a domain above it. */
    @Nullable
    Indicator name(String name) {
        String rest = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        while (true) {
            Indicator found = names.get(rest);
            int point = rest.indexOf('.');
            if (found != null || point < 0) {
                return found;
            }
            rest = rest.substring(point + 1);
        }
    }

    @Nullable
    Indicator url(String host, String path) {
        return urls.isEmpty()
                ? null
                : urls.get(path.contains("://") ? url(path) : host + (path.isEmpty() ? "/" : path));
    }

    @Nullable
    Indicator fingerprint(String hash) {
        return fingerprints.get(hash.toLowerCase(Locale.ROOT));
    }

    int size() {
        return addresses.size() + ranges.size() + names.size() + urls.size() + fingerprints.size();
    }

    /** How many were left out because a guard list has them. */
    int guarded() {
        return guarded;
    }

    /** The hosts of the URLs, without their ports. */
    Set<String> urlHosts() {
        Set<String> hosts = new TreeSet<>();
        for (String url : urls.keySet()) {
            hosts.add(url.substring(0, url.indexOf('/')).replaceAll(":\\d+$", ""));
        }
        return hosts;
    }
}
