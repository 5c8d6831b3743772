package org.hoshimori.regulation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Words;
import org.hoshimori.yaml.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings of lint as text for people, as JSON, and as SARIF 2.1.0 for tools. */
public final class LintReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<Finding> findings;
    private final Lang lang;

    /** A report of these findings in this language. */
    public LintReport(List<Finding> findings, Lang lang) {
        this.findings = List.copyOf(findings);
        this.lang = lang;
    }

    /** How many findings there are of this severity. */
    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    /** A line or two a finding (where, how grave, what, which rule; what to do), and a line of counts. */
    public String text() {
        return lines() + summary() + "\n";
    }

    /** The findings of {@link #text()} without the counts. */
    public String lines() {
        StringBuilder out = new StringBuilder();
        for (Finding finding : findings) {
            Place place = finding.place();
            out.append(place != null ? place.toString() : finding.subject()).append(": ");
            out.append(name(finding.severity())).append(": ");
            out.append(finding.message().in(lang))
                    .append(" [")
                    .append(finding.rule())
                    .append("]\n");
            Words suggestion = finding.suggestion();
            if (suggestion != null) {
                out.append("    → ").append(suggestion.in(lang)).append('\n');
            }
        }
        return out.toString();
    }

    private String summary() {
        long errors = count(Severity.ERROR);
        long warnings = count(Severity.WARNING);
        long infos = count(Severity.INFO);
        return lang == Lang.JA
                ? "エラー%d件、警告%d件、参考%d件".formatted(errors, warnings, infos)
                : "%d errors, %d warnings, %d infos".formatted(errors, warnings, infos);
    }

    private String name(Severity severity) {
        if (lang == Lang.EN) {
            return severity.code();
        }
        return switch (severity) {
            case ERROR -> "エラー";
            case WARNING -> "警告";
            case INFO -> "参考";
        };
    }

    /** {@code {"version":1,"counts":{…},"findings":[…]}} as {@code docs/formats.md} describes it. */
    public String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", 1);
        ObjectNode counts = root.putObject("counts");
        for (Severity severity : Severity.values()) {
            counts.put(severity.code(), count(severity));
        }
        ArrayNode list = root.putArray("findings");
        for (Finding finding : findings) {
            ObjectNode node = list.addObject();
            node.put("rule", finding.rule());
            node.put("severity", finding.severity().code());
            ArrayNode subjects = node.putArray("subjects");
            finding.subjects().forEach(subjects::add);
            place(node, finding.place());
            words(node.putObject("message"), finding.message());
            if (finding.suggestion() != null) {
                words(node.putObject("suggestion"), finding.suggestion());
            }
            if (!finding.remedies().isEmpty()) {
                ObjectNode remedies = node.putObject("set");
                finding.remedies().forEach(r -> remedies.put(r.parameter(), r.value()));
            }
        }
        return JSON.writeValueAsString(root);
    }

    private static void place(ObjectNode node, @Nullable Place place) {
        if (place != null) {
            node.putObject("place")
                    .put("file", place.file())
                    .put("line", place.line())
                    .put("column", place.column());
        }
    }

    private static void words(ObjectNode node, Words words) {
        node.put("ja", words.in(Lang.JA));
        node.put("en", words.in(Lang.EN));
    }

    /**
     * SARIF 2.1.0.
     *
     * @param file the tailoring's file, which stands as location where a finding has none of its own
     */
    public String sarif(String file) {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        run.put("columnKind", "unicodeCodePoints");
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "hoshimori-lint");
        driver.put("language", lang == Lang.JA ? "ja-JP" : "en-US");
        Map<String, Finding> rules = new TreeMap<>();
        findings.forEach(f -> rules.putIfAbsent(f.rule(), f));
        ArrayNode declared = driver.putArray("rules");
        rules.forEach((id, finding) -> {
            ObjectNode rule = declared.addObject().put("id", id);
            rule.putObject("defaultConfiguration").put("level", level(finding.severity()));
        });
        ArrayNode results = run.putArray("results");
        for (Finding finding : findings) {
            result(results.addObject(), finding, file, List.copyOf(rules.keySet()));
        }
        return JSON.writeValueAsString(root);
    }

    private void result(ObjectNode node, Finding finding, String file, List<String> rules) {
        node.put("ruleId", finding.rule());
        node.put("ruleIndex", rules.indexOf(finding.rule()));
        node.put("level", level(finding.severity()));
        Words suggestion = finding.suggestion();
        String text = finding.message().in(lang) + (suggestion == null ? "" : " " + suggestion.in(lang));
        node.putObject("message").put("text", text);
        ObjectNode location = node.putArray("locations").addObject();
        Place place = finding.place();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(place == null ? file : place.file()));
        physical.putObject("region")
                .put("startLine", place == null ? 1 : place.line())
                .put("startColumn", place == null ? 1 : place.column());
        ArrayNode logical = location.putArray("logicalLocations");
        finding.subjects().forEach(s -> logical.addObject().put("fullyQualifiedName", s));
        if (!finding.remedies().isEmpty()) {
            ObjectNode set = node.putObject("properties").putObject("set");
            for (Catalog.Remedy remedy : finding.remedies()) {
                set.put(remedy.parameter(), remedy.value());
            }
        }
    }

    /** A relative reference: percent-encoded, with forward slashes. */
    private static String uri(String file) {
        return URLEncoder.encode(file, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
