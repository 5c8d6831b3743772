package org.hoshimori.core.posture;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The posture in OSCAL 1.1: assessment results (an observation a check, a finding a clause) and a plan of action and milestones (an
 * item for each corrective action and each check that is not met). Subjects are ids only.
 */
@Component
class OscalReports {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NS = "https://hoshimori.org/ns/oscal";
    /** OSCAL wants a plan: that clauses are checked whenever the facts that their checks read have changed. */
    private static final String PLAN = NS + "/continuous-checks";

    private static final String VERSION = "1.1.3";

    private final Posture posture;
    private final SignTable signs;
    private final PlanTable plans;
    private final RegulationInForce inForce;
    private final MessageSource messages;
    private final Clock clock;

    OscalReports(
            Posture posture,
            SignTable signs,
            PlanTable plans,
            RegulationInForce inForce,
            MessageSource messages,
            Clock clock) {
        this.posture = posture;
        this.signs = signs;
        this.plans = plans;
        this.inForce = inForce;
        this.messages = messages;
        this.clock = clock;
    }

    /** Assessment results. */
    @Transactional(readOnly = true)
    public String assessmentResults(Locale locale) {
        List<SignTable.Checked> checks = signs.checks(LocalDate.now(clock));
        List<ClauseState> clauses = posture.of(checks).clauses().stream()
                .filter(c -> c.state() != State.EXCLUDED)
                .toList();
        Revision revision = inForce.now();
        ObjectNode root = JSON.createObjectNode();
        ObjectNode results = document(root, "assessment-results", "oscal.results", revision, locale);
        results.putObject("import-ap").put("href", PLAN);
        ObjectNode result = results.putArray("results").addObject();
        result.put("uuid", UUID.randomUUID().toString())
                .put("title", word("oscal.results", locale))
                .put("description", word("oscal.results-means", locale))
                .put("start", now())
                .put("end", now());
        ArrayNode controls = result.putObject("reviewed-controls")
                .putArray("control-selections")
                .addObject()
                .putArray("include-controls");
        clauses.forEach(c -> controls.addObject().put("control-id", c.id()));
        Map<String, List<SignTable.Checked>> byClause = new HashMap<>();
        ArrayNode observations = JSON.createArrayNode();
        for (SignTable.Checked check : checks) {
            if (check.ranAt() != null && clauses.stream().anyMatch(c -> c.id().equals(check.clause()))) {
                byClause.computeIfAbsent(check.clause(), _ -> new ArrayList<>()).add(check);
                observe(observations.addObject(), check, locale);
            }
        }
        if (!observations.isEmpty()) {
            result.set("observations", observations);
        }
        ArrayNode findings = result.putArray("findings");
        clauses.forEach(c -> find(findings.addObject(), c, byClause.getOrDefault(c.id(), List.of()), revision, locale));
        return root.toPrettyString();
    }

    private void observe(ObjectNode observation, SignTable.Checked check, Locale locale) {
        observation
                .put("uuid", name("observation " + check.name()))
                .put("title", check.title(locale.getLanguage()))
                .put(
                        "description",
                        messages.getMessage(
                                "oscal.counts",
                                new Object[] {check.ok(), check.alarm(), check.excepted(), check.skip()},
                                locale));
        ArrayNode props = observation.putArray("props");
        prop(props, "check", check.name());
        prop(props, "ok", Integer.toString(check.ok()));
        prop(props, "alarm", Integer.toString(check.alarm()));
        prop(props, "excepted", Integer.toString(check.excepted()));
        prop(props, "skip", Integer.toString(check.skip()));
        observation.putArray("methods").add("TEST");
        observation.putArray("types").add("control-objective");
        observation.put(
                "collected",
                check.ranAt() == null
                        ? now()
                        : written(check.ranAt().atZone(clock.getZone()).toOffsetDateTime()));
    }

    private void find(
            ObjectNode finding, ClauseState clause, List<SignTable.Checked> checks, Revision revision, Locale locale) {
        finding.put("uuid", name("finding " + clause.id()))
                .put("title", clause.id() + " " + title(revision, clause.id(), locale))
                .put("description", word("posture.means." + clause.state().code(), locale));
        prop(finding.putArray("props"), "state", clause.state().code());
        boolean satisfied =
                clause.state() == State.OK || clause.state() == State.PERSON || clause.state() == State.TEXT;
        finding.putObject("target")
                .put("type", "statement-id")
                .put("target-id", clause.id() + "_smt")
                .putObject("status")
                .put("state", satisfied ? "satisfied" : "not-satisfied")
                .put("reason", clause.state() == State.ALARM ? "fail" : satisfied ? "pass" : "other");
        if (!checks.isEmpty()) {
            ArrayNode related = finding.putArray("related-observations");
            checks.forEach(c -> related.addObject().put("observation-uuid", name("observation " + c.name())));
        }
    }

    /** The plan of action and milestones. */
    @Transactional(readOnly = true)
    public String actionPlan(Locale locale) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode plan = document(root, "plan-of-action-and-milestones", "oscal.poam", inForce.now(), locale);
        plan.putObject("system-id")
                .put("identifier-type", "http://ietf.org/rfc/rfc4122")
                .put("id", name("system"));
        ArrayNode items = plan.putArray("poam-items");
        for (PlanTable.Planned planned : plans.open()) {
            ObjectNode item = items.addObject()
                    .put("uuid", planned.id().toString())
                    .put("title", planned.title(locale.getLanguage()))
                    .put("description", planned.plan());
            ArrayNode props = item.putArray("props");
            prop(props, "clause", planned.clause());
            prop(props, "cause", planned.cause());
            prop(props, "owner", "person:" + planned.owner());
            prop(props, "due", planned.dueOn().toString());
            prop(props, "state", planned.state());
            if (!planned.subject().isEmpty()) {
                prop(props, "subject", planned.subject());
            }
        }
        for (SignTable.Checked check : signs.checks(LocalDate.now(clock))) {
            if (check.alarm() > 0 || check.excepted() > 0) {
                ObjectNode item = items.addObject()
                        .put("uuid", name("item " + check.name()))
                        .put("title", check.title(locale.getLanguage()))
                        .put(
                                "description",
                                messages.getMessage(
                                        "oscal.counts",
                                        new Object[] {check.ok(), check.alarm(), check.excepted(), check.skip()},
                                        locale));
                ArrayNode props = item.putArray("props");
                prop(props, "clause", check.clause());
                prop(props, "severity", check.severity());
                prop(props, "check", check.name());
            }
        }
        if (items.isEmpty()) {
            items.addObject()
                    .put("uuid", name("nothing"))
                    .put("title", word("posture.none-worst", locale))
                    .put("description", word("posture.none-worst", locale));
        }
        return root.toPrettyString();
    }

    private ObjectNode document(ObjectNode root, String kind, String title, Revision revision, Locale locale) {
        ObjectNode document = root.putObject(kind).put("uuid", UUID.randomUUID().toString());
        document.putObject("metadata")
                .put("title", word(title, locale))
                .put("last-modified", now())
                .put("version", revision.number() + "." + LocalDate.now(clock))
                .put("oscal-version", VERSION);
        return document;
    }

    private static void prop(ArrayNode props, String name, String value) {
        props.addObject().put("name", name).put("ns", NS).put("value", value);
    }

    private static String title(Revision revision, String clause, Locale locale) {
        return revision.regulation()
                .clause(clause)
                .map(c -> revision.wording(locale).say(c.title()))
                .orElse("");
    }

    private String word(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }

    private String now() {
        return written(OffsetDateTime.now(clock));
    }

    private static String written(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The same UUID for the same name, marked as version 5, as OSCAL wants. */
    private static String name(String name) {
        UUID hash = UUID.nameUUIDFromBytes((NS + " " + name).getBytes(StandardCharsets.UTF_8));
        return new UUID((hash.getMostSignificantBits() & ~0xF000L) | 0x5000L, hash.getLeastSignificantBits())
                .toString();
    }
}
