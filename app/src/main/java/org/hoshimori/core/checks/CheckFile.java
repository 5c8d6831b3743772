package org.hoshimori.core.checks;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.core.checks.CheckRefused.Fault;
import org.hoshimori.proof.Hash;

/**
 * A check as it is written: a header of comments, then one SELECT of subject, status and reason.
 *
 * @param name room and file, {@code organization/post-vacant}; of the operator's own {@code own/…}
 * @param severity how much it matters that it fails
 * @param whole whether it is always run whole, rather than for changed subjects only
 * @param daily whether its answer depends on the day
 * @param kind what its subjects are ({@code person}), or empty where the check itself says so
 * @param text the whole file
 */
record CheckFile(
        String name,
        boolean own,
        String clause,
        String titleJa,
        String titleEn,
        Severity severity,
        boolean whole,
        boolean daily,
        String kind,
        SqlText select,
        String text) {

    /** The place of the day; a check that has it must say {@code time: daily}. */
    static final String TODAY = "today";

    private static final Pattern LINE = Pattern.compile("--\\s*([a-z.]+):\\s*(.*?)\\s*");
    private static final List<String> NEEDED = List.of("clause", "title.ja", "title.en", "severity", "scope");
    private static final List<String> KNOWN = List.of("time", "subject");

    static CheckFile read(String name, boolean own, String text) throws CheckRefused {
        Map<String, String> header = header(text);
        for (String key : NEEDED) {
            if (header.getOrDefault(key, "").isEmpty()) {
                throw new CheckRefused(Fault.HEADER_MISSING, key);
            }
        }
        CheckFile file = new CheckFile(
                name,
                own,
                header.getOrDefault("clause", ""),
                header.getOrDefault("title.ja", ""),
                header.getOrDefault("title.en", ""),
                Severity.of(header.getOrDefault("severity", "")).orElseThrow(() -> wrong(header, "severity")),
                is(header, "scope", "all", "subject"),
                is(header, "time", "daily", "none"),
                header.getOrDefault("subject", ""),
                SqlText.read(text),
                text);
        if (!file.kind().matches("[a-z-]*")) {
            throw wrong(header, "subject");
        }
        if (file.select().places().contains(TODAY) != file.daily()) {
            throw new CheckRefused(Fault.TIME, "time: daily");
        }
        return file;
    }

    private static Map<String, String> header(String text) throws CheckRefused {
        Map<String, String> header = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            if (!line.startsWith("--")) {
                break;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            String key = matcher.group(1);
            if (!(NEEDED.contains(key) || KNOWN.contains(key)) || header.put(key, matcher.group(2)) != null) {
                throw new CheckRefused(Fault.HEADER_WRONG, line);
            }
        }
        return header;
    }

    /** Whether a line says the one rather than the other, which it does where it is missing. */
    private static boolean is(Map<String, String> header, String key, String one, String other) throws CheckRefused {
        String said = header.getOrDefault(key, other);
        if (!said.equals(one) && !said.equals(other)) {
            throw wrong(header, key);
        }
        return said.equals(one);
    }

    private static CheckRefused wrong(Map<String, String> header, String key) {
        return new CheckRefused(Fault.HEADER_WRONG, key + ": " + header.get(key));
    }

    String digest() {
        return sha256(text);
    }

    static String sha256(String text) {
        return Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
