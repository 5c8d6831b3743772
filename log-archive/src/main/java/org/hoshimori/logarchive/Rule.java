package org.hoshimori.logarchive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One question to the logs, in a file of SQL that an auditor can read ({@code docs/rule-sql.md}). Headers in comments say what a hit means
 * and what to do, in both languages; each row of the answer is a hit.
 */
final class Rule {

    /** The shipped rules, in the order in which they are asked. */
    static final List<String> SHIPPED = List.of(
            "unmanaged-egress",
            "gateway-bypass",
            "unknown-device",
            "unknown-host",
            "indicator-address",
            "indicator-name",
            "indicator-url",
            "indicator-fingerprint",
            "beaconing",
            "unusual-volume",
            "unusual-hours",
            "port-scan",
            "clear-text-login",
            "dns-tunnelling",
            "new-place",
            "remote-diagnosis",
            "zone-flow");

    private static final Pattern HEADER = Pattern.compile("-- ([a-z.]+):\\s*(.*)");
    private static final Pattern PARAMETER = Pattern.compile(":\\{([a-z_]+)\\}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final String id;
    private final Map<String, String> headers;
    private final Map<String, String> parameters;
    private final String sql;

    private Rule(String id, Map<String, String> headers, Map<String, String> parameters, String sql) {
        this.id = id;
        this.headers = headers;
        this.parameters = parameters;
        this.sql = sql;
    }

    static List<Rule> shipped() {
        return SHIPPED.stream().map(Rule::shipped).toList();
    }

    static Rule shipped(String id) {
        try (InputStream in = Rule.class.getResourceAsStream("rules/" + id + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException(id);
            }
            return of(id, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The SQL of a table that is worked out once and that rules ask. */
    static String table(String name) {
        try (InputStream in = Rule.class.getResourceAsStream("tables/" + name + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            String sql =
                    SqlText.one(new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^-- .*$", ""));
            RuleSql.check(name, sql);
            return sql;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The rules of a folder, by name. */
    static List<Rule> of(Path folder) throws IOException {
        List<Rule> rules = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                rules.add(of(name.substring(0, name.length() - 4), Files.readString(file)));
            }
        }
        return rules;
    }

    /** @throws ArchiveRefused naming the rule, if it does not keep to the subset or lacks a header */
    static Rule of(String id, String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            Matcher matcher = HEADER.matcher(line);
            if (matcher.matches()) {
                if (matcher.group(1).equals("param")) {
                    int space = matcher.group(2).indexOf(' ');
                    parameters.put(
                            matcher.group(2).substring(0, space),
                            matcher.group(2).substring(space + 1).strip());
                } else {
                    headers.put(matcher.group(1), matcher.group(2).strip());
                }
            }
        }
        for (String needed : List.of(
                "question",
                "title.ja",
                "title.en",
                "means.ja",
                "means.en",
                "do.ja",
                "do.en",
                "sentence.ja",
                "sentence.en",
                "key")) {
            if (!headers.containsKey(needed)) {
                throw new ArchiveRefused("logs.rule", id, "-- " + needed + ":");
            }
        }
        String sql = SqlText.one(text.replaceAll("(?m)^-- .*$", ""));
        RuleSql.check(id, PARAMETER.matcher(sql).replaceAll("1"));
        return new Rule(id, headers, parameters, sql);
    }

    String id() {
        return id;
    }

    /** {@code egress}, {@code devices} or {@code suspicious}: which of the regulation's three questions. */
    String question() {
        return headers.getOrDefault("question", "");
    }

    String text(String header, String lang) {
        return headers.getOrDefault(header + "." + lang, "");
    }

    /** Tables without which it can't be asked. */
    List<String> needs() {
        return list("needs");
    }

    /** The columns that tell one hit from another, in later reviews too. */
    List<String> key() {
        return list("key");
    }

    private List<String> list(String header) {
        return Arrays.stream(Escapes.parts(headers.getOrDefault(header, ""), ','))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /** Which rows of {@code log} are behind a hit: a condition with the hit's columns in braces; null if none. */
    @Nullable
    String rows() {
        return headers.get("rows");
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /** With its parameters: those given, the shipped ones else. */
    String sql(Map<String, String> given) {
        return PARAMETER.matcher(sql).replaceAll(m -> {
            String name = m.group(1);
            String value = given.getOrDefault(id + "." + name, parameters.get(name));
            if (value == null) {
                throw new ArchiveRefused("logs.rule", id, ":{" + name + "}");
            }
            return Matcher.quoteReplacement(NUMBER.matcher(value).matches() ? value : Engine.quoted(value));
        });
    }
}
