package org.hoshimori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.cli.Formats.documented;
import static org.hoshimori.cli.Formats.fields;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every JSON that the commands print has the shape that {@code docs/formats.md} promises. */
class JsonShapesTests {

    private static final Set<String> CLAUSE =
            Set.of("id", "chapter", "title", "spaceSpecific", "csf", "related", "obligations", "parameters", "tables");
    private static final Set<String> OBLIGATION = Set.of(
            "id", "text", "modality", "actor", "act", "object", "mode", "record", "spaceSpecific", "legal", "origin");
    private static final Set<String> OBLIGATION_MAYBE = Set.of("trigger", "rhythm");
    private static final Set<String> PARAMETER = Set.of(
            "id",
            "label",
            "type",
            "unit",
            "direction",
            "value",
            "sample",
            "text",
            "state",
            "setBy",
            "origin",
            "choices");
    private static final Set<String> PARAMETER_MAYBE = Set.of("with", "law", "guidance");
    private static final Set<String> TABLE = Set.of("id", "caption", "columns", "columnIds", "rows", "rowIds");

    @TempDir
    Path folder;

    private Path tailoring;

    @BeforeEach
    void write() throws IOException {
        tailoring = folder.resolve("会社 の.yaml");
        Files.writeString(tailoring, """
                values:
                  acc-9.3.p_lockout-threshold: 10
                  acc-9.3.p_lockout-duration: PT6H
                  reg_business: [satellite-operation]
                  no_such: 1
                excluded:
                  - {clause: tel-2.2}
                added:
                  - {clause: ast-2.x-customs, within: ast-2, title: 国外, text: 確認を受ける。}
                """);
    }

    private static void hasFields(JsonNode object, Set<String> always, Set<String> sometimes) {
        Set<String> rest = new HashSet<>(fields(object));
        assertThat(rest).as(object.toString()).containsAll(always);
        rest.removeAll(always);
        assertThat(sometimes).as(object.toString()).containsAll(rest);
    }

    @Test
    void listGivesAnObjectAClause() {
        Ran list = Ran.hoshimori("regulation", "list", tailoring, "--format", "json");
        assertThat(list.code()).isEqualTo(Exit.FINE);
        assertThat(list.json().isArray()).isTrue();
        assertThat(list.json().size()).isGreaterThan(100);
        Set<String> rows = new HashSet<>();
        for (JsonNode clause : list.json()) {
            hasFields(clause, CLAUSE, Set.of());
            clause.get("obligations").forEach(o -> {
                hasFields(o, OBLIGATION, OBLIGATION_MAYBE);
                assertThat(o.has("trigger") || o.has("rhythm")).isTrue();
                assertThat(o.get("modality").asString()).isIn("must", "must-not", "should", "may");
                assertThat(o.get("mode").asString()).isIn("executed", "person", "text");
            });
            clause.get("parameters").forEach(p -> hasFields(p, PARAMETER, PARAMETER_MAYBE));
            clause.get("tables").forEach(t -> {
                hasFields(t, TABLE, Set.of());
                assertThat(t.get("columns").size()).isEqualTo(t.get("columnIds").size());
                assertThat(t.get("rows").size()).isEqualTo(t.get("rowIds").size());
                t.get("rows").forEach(r -> {
                    assertThat(r.size()).isEqualTo(t.get("columns").size());
                    rows.add(t.get("id").asString());
                });
            });
        }
        assertThat(rows).isNotEmpty();
        Set<String> documented = documented("regulation list");
        assertThat(documented)
                .containsAll(CLAUSE)
                .containsAll(OBLIGATION)
                .containsAll(OBLIGATION_MAYBE)
                .containsAll(TABLE);
    }

    @Test
    void listLeavesOutWhatIsExcludedAndTakesWhatIsAdded() {
        List<String> ids = Ran.hoshimori("regulation", "list", tailoring, "--format", "json")
                .json()
                .valueStream()
                .map(c -> c.get("id").asString())
                .toList();
        assertThat(ids).contains("ast-2.x-customs").doesNotContain("tel-2.2").doesNotHaveDuplicates();
    }

    @Test
    void paramGivesAllOrOne() {
        JsonNode all = Ran.hoshimori("regulation", "param", "--format", "json", "--tailoring", tailoring)
                .json();
        assertThat(all.isArray()).isTrue();
        for (JsonNode parameter : all) {
            hasFields(parameter, PARAMETER, PARAMETER_MAYBE);
            assertThat(parameter.get("state").asString()).isIn("sample", "set", "fill", "choose");
            parameter.get("choices").forEach(c -> assertThat(fields(c)).containsExactlyInAnyOrder("code", "label"));
            if (parameter.has("law")) {
                assertThat(fields(parameter.get("law"))).containsExactlyInAnyOrder("direction", "bound", "citation");
            }
        }
        assertThat(documented("regulation param")).containsAll(PARAMETER).containsAll(PARAMETER_MAYBE);
        JsonNode one = Ran.hoshimori(
                        "regulation",
                        "param",
                        "acc-9.3.p_lockout-threshold",
                        "--format",
                        "json",
                        "--tailoring",
                        tailoring)
                .json();
        assertThat(one.get("value").isIntegralNumber()).isTrue();
        assertThat(one.get("value").asInt()).isEqualTo(10);
        assertThat(one.get("setBy").asString()).isEqualTo(tailoring + ":2:32");
        assertThat(one.get("state").asString()).isEqualTo("set");
    }

    @Test
    void lintGivesCountsAndFindingsInBothLanguages() {
        Ran lint = Ran.hoshimori("regulation", "lint", tailoring, "--format", "json");
        assertThat(lint.code()).isEqualTo(Exit.FINDINGS);
        assertThat(fields(lint.json())).containsExactlyInAnyOrder("version", "counts", "findings");
        assertThat(lint.json().get("version").asInt()).isEqualTo(1);
        assertThat(fields(lint.json().get("counts"))).containsExactlyInAnyOrder("error", "warning", "info");
        int errors = 0;
        for (JsonNode finding : lint.json().get("findings")) {
            hasFields(finding, Set.of("rule", "severity", "subjects", "message"), Set.of("place", "suggestion", "set"));
            assertThat(fields(finding.get("message"))).containsExactlyInAnyOrder("ja", "en");
            assertThat(finding.get("message").get("en").asString()).isNotBlank();
            if (finding.has("place")) {
                assertThat(fields(finding.get("place"))).containsExactlyInAnyOrder("file", "line", "column");
            }
            errors += finding.get("severity").asString().equals("error") ? 1 : 0;
        }
        assertThat(lint.json().get("counts").get("error").asInt()).isEqualTo(errors);
        assertThat(documented("regulation lint"))
                .contains("version", "counts", "findings", "rule", "severity", "subjects", "place", "file", "line")
                .contains("column", "message", "suggestion", "ja", "en", "set", "error", "warning", "info");
    }

    @Test
    void sarifHasWhatVersion210Requires() {
        JsonNode sarif = Ran.hoshimori("regulation", "lint", tailoring, "--format", "sarif")
                .json();
        assertThat(sarif.get("version").asString()).isEqualTo("2.1.0");
        assertThat(sarif.get("$schema").asString()).contains("sarif-2.1.0");
        JsonNode run = sarif.get("runs").get(0);
        JsonNode driver = run.get("tool").get("driver");
        assertThat(driver.get("name").asString()).isNotBlank();
        List<String> rules = driver.get("rules")
                .valueStream()
                .map(r -> r.get("id").asString())
                .toList();
        assertThat(rules).doesNotHaveDuplicates();
        assertThat(run.get("results").size()).isPositive();
        for (JsonNode result : run.get("results")) {
            assertThat(result.get("message").get("text").asString()).isNotBlank();
            assertThat(result.get("level").asString()).isIn("error", "warning", "note");
            assertThat(rules.get(result.get("ruleIndex").asInt()))
                    .isEqualTo(result.get("ruleId").asString());
            JsonNode physical = result.get("locations").get(0).get("physicalLocation");
            assertThat(physical.get("artifactLocation").get("uri").asString()).matches("[A-Za-z0-9._~%/-]+");
            assertThat(physical.get("region").get("startLine").asInt()).isPositive();
            assertThat(physical.get("region").get("startColumn").asInt()).isPositive();
        }
    }

    @Test
    void diffGivesEveryChangeWithItsVerdict() {
        Ran diff = Ran.hoshimori("regulation", "diff", "sample", tailoring, "--format", "json");
        assertThat(diff.code()).isEqualTo(Exit.FINDINGS);
        assertThat(fields(diff.json())).containsExactlyInAnyOrder("version", "changes");
        Set<String> kinds = new HashSet<>();
        Set<String> documented = documented("regulation diff");
        for (JsonNode change : diff.json().get("changes")) {
            assertThat(fields(change))
                    .containsExactlyInAnyOrder("kind", "id", "label", "before", "after", "strictness");
            assertThat(documented)
                    .containsAll(fields(change))
                    .contains(change.get("kind").asString());
            assertThat(documented).contains(change.get("strictness").asString());
            kinds.add(change.get("kind").asString());
            if (change.get("id").asString().equals("acc-9.3.p_lockout-threshold")) {
                assertThat(change.get("strictness").asString()).isEqualTo("loosened");
            }
        }
        assertThat(kinds).contains("parameter", "clause-added", "clause-removed");
    }

    @Test
    void speaksEnglishInJsonWhenAsked() {
        JsonNode one = Ran.hoshimori("regulation", "param", "org-2.a_month", "--format", "json", "--lang", "en")
                .json();
        assertThat(one.get("label").asString()).doesNotContainPattern("[\\p{IsHan}\\p{IsHiragana}]");
    }
}
