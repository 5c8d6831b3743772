package org.hoshimori.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.hoshimori.catalog.Lang;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RegulationJsonTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void describesAParameterWithWhoSetItAndWhatMayBeChosen() {
        Regulation regulation = Samples.values(
                "acc-9.3.p_lockout-duration: PT3H", "itu-5.1_private-use: forbid", "reg_effective-on: 2026-04-01");
        assertThat(parameter(regulation, "acc-9.3.p_lockout-duration")).isEqualTo(JSON.readTree("""
                {"id": "acc-9.3.p_lockout-duration", "label": "ロックアウトする時間", "type": "duration", "unit": null,
                 "direction": "at-least", "value": "PT3H", "sample": "PT6H", "text": "3時間", "state": "set",
                 "setBy": "t.yaml:2:31", "origin": "source", "with": "lockout-p", "choices": []}"""));
        JsonNode choice = parameter(regulation, "itu-5.1_private-use");
        assertThat(choice.get("value").asString()).isEqualTo("forbid");
        assertThat(choice.get("text").asString()).isEqualTo("禁止する");
        assertThat(choice.get("choices").get(0)).isEqualTo(JSON.readTree("""
                {"code": "permit", "label": "許可を得て利用できる"}"""));
        assertThat(parameter(regulation, "reg_effective-on").get("text").asString())
                .isEqualTo("2026年4月1日");
        assertThat(parameter(regulation, "acc-9.3.p_min-length").get("value").asInt())
                .isEqualTo(12);
        assertThat(parameter(regulation, "acc-9.3.p_min-length").get("guidance").asString())
                .contains("800-63B");
    }

    @Test
    void tellsLawThatBinds() {
        JsonNode law = StreamSupport.stream(
                        JSON.readTree(new RegulationJson(Samples.values(), Lang.EN).parameters())
                                .spliterator(),
                        false)
                .filter(p -> p.has("law"))
                .findFirst()
                .orElseThrow()
                .get("law");
        assertThat(law.get("direction").asString()).isNotEmpty();
        assertThat(law.get("citation").asString()).isNotEmpty();
    }

    @Test
    void describesAClauseWithItsDutiesAndTables() {
        JsonNode clause = clause(Samples.values(), "ast-3.2", Lang.EN);
        assertThat(clause.get("chapter").asString()).isEqualTo("ast");
        assertThat(clause.get("title").asString()).isEqualTo("Reuse");
        assertThat(clause.get("spaceSpecific").asBoolean()).isFalse();
        assertThat(clause.get("csf")).isEqualTo(JSON.readTree("[\"ID.AM\", \"ID.RA\", \"PR.DS\"]"));
        JsonNode duty = clause.get("obligations").get(0);
        assertThat(duty.get("modality").asString()).isEqualTo("must");
        assertThat(duty.get("actor").asString()).isEqualTo("all-employees");
        assertThat(duty.get("mode").asString()).isEqualTo("executed");
        assertThat(duty.get("record").asString()).isEqualTo("disposal-record");
        assertThat(duty.get("trigger").asString()).isEqualTo("on-reuse");
        assertThat(duty.has("rhythm")).isFalse();
        assertThat(duty.get("legal").asBoolean()).isFalse();
        assertThat(duty.get("text").asString()).contains("confidentiality value of 2 or higher");
        JsonNode table = clause.get("tables").get(0);
        assertThat(table.get("columnIds")).isEqualTo(JSON.readTree("[\"medium\", \"allowed\", \"forbidden\"]"));
        assertThat(table.get("rowIds")).isEqualTo(JSON.readTree("[\"paper\", \"rewritable\", \"write-once\"]"));
        assertThat(table.get("rows").get(0).get(2).asString()).isEqualTo("use as scrap paper");
    }

    @Test
    void marksWhatIsSpaceSpecificAndWhatHangsOnLaw() {
        JsonNode clause = clause(Samples.values(), "phy-2.b", Lang.JA);
        assertThat(clause.get("spaceSpecific").asBoolean()).isTrue();
        assertThat(clause.get("obligations").get(0).get("spaceSpecific").asBoolean())
                .isTrue();
        JsonNode legal = clause(Samples.values(), "ast-1.1.e", Lang.JA)
                .get("obligations")
                .get(0);
        assertThat(legal.get("legal").asBoolean()).isTrue();
    }

    private static JsonNode parameter(Regulation regulation, String id) {
        return JSON.readTree(new RegulationJson(regulation, Lang.JA)
                .parameter(regulation.setting(id).orElseThrow()));
    }

    private static JsonNode clause(Regulation regulation, String id, Lang lang) {
        return StreamSupport.stream(
                        JSON.readTree(new RegulationJson(regulation, lang).clauses())
                                .spliterator(),
                        false)
                .filter(c -> c.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
