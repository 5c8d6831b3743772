package org.hoshimori.logarchive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.hoshimori.logarchive.IpKey.Range;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists in the form of misp-warninglists of what is no indicator, whoever lists it: resolvers, great web sites, private addresses. */
final class Guards {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Set<String> exact = new HashSet<>();
    private final Set<String> hosts = new HashSet<>();
    private final List<String> within = new ArrayList<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final Cidrs<Boolean> ranges = new Cidrs<>();

    static Guards read(@Nullable Path folder) throws IOException {
        Guards guards = new Guards();
        if (folder != null && Files.isDirectory(folder)) {
            for (Path file : LogFiles.of(List.of(folder))) {
                if (file.toString().endsWith(".json")) {
                    guards.load(file);
                }
            }
        }
        return guards;
    }

    private void load(Path file) throws IOException {
        try {
            JsonNode list = JSON.readTree(Files.readAllBytes(file));
            String kind = list.path("type").asString("");
            for (JsonNode entry : list.path("list")) {
                add(kind, entry.asString().toLowerCase(Locale.ROOT));
            }
        } catch (JacksonException e) {
            throw new ArchiveRefused("logs.indicators", String.valueOf(file.getFileName()));
        }
    }

    private void add(String kind, String entry) {
        switch (kind) {
            case "cidr" -> {
                Range range = IpKey.range(entry);
                if (range != null) {
                    ranges.add(range, true);
                }
            }
            case "hostname" -> hosts.add(entry.startsWith(".") ? entry.substring(1) : entry);
            case "substring" -> within.add(entry);
            case "regex" -> pattern(entry);
            default -> {
                if (entry.startsWith(".") && entry.length() > 1) {
                    hosts.add(entry.substring(1)); // a domain and all below it, as lists of domains write it
                } else {
                    exact.add(entry);
                }
            }
        }
    }

    private void pattern(String entry) {
        String bare = entry.length() > 1 && entry.startsWith("/") && entry.lastIndexOf('/') > 0
                ? entry.substring(1, entry.lastIndexOf('/'))
                : entry;
        try {
            patterns.add(Pattern.compile(bare));
        } catch (PatternSyntaxException e) {
            within.add(bare); // a dialect that we do not read: at least the same text is guarded
        }
    }

    /** Whether an address or a name is guarded; a name below a guarded one counts only where the list is one of host names. */
    boolean guards(String value) {
        if (exact.contains(value) || within.stream().anyMatch(value::contains)) {
            return true;
        }
        String key = IpKey.of(value);
        if (key != null) {
            return ranges.of(key) != null;
        }
        String rest = value;
        while (true) {
            if (hosts.contains(rest)) {
                return true;
            }
            int point = rest.indexOf('.');
            if (point < 0) {
                return patterns.stream().anyMatch(p -> p.matcher(value).find());
            }
            rest = rest.substring(point + 1);
        }
    }
}
