package org.hoshimori;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hoshimori.chapters.backups.BackupPlans;
import org.hoshimori.chapters.backups.TestPlans;
import org.hoshimori.chapters.logs.TestReviews;
import org.hoshimori.core.approvals.TestRequests;
import org.hoshimori.core.checks.TestChecks;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.estate.TestEstate;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Permission;
import org.hoshimori.core.identity.TestLogIns;
import org.hoshimori.core.identity.Visitor;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What each page costs the database, session and all: the exact number of statements for an administrator with a second factor.
 * A new page gets a line here; a number that changes is changed here knowingly.
 */
@ApplicationTest
class StatementsTests {

    /** Handler, an example of its address (ids are filled in), statements. */
    private static final String COSTS = """
            /                                      /                                            45
            /account                               /account                                     14
            /account/password                      /account/password                            9
            /account/passkeys                      /account/passkeys                            7
            /accounts                              /accounts                                    11
            /accounts/sign-on                      /accounts/sign-on                           10|11
            /directory                             /directory                                  7
            /terminals                             /terminals                                  8|9
            /log-in/sign-on                        /log-in/sign-on                             2
            /accounts/{id}                         /accounts/{person}                           12
            /accounts/{id}/grants                  /accounts/{person}/grants                    10
            /api/v1/posture                        /api/v1/posture                             9
            /findings                              /findings                                   12|13|14|15
            /findings/{check:\\d{1,9}}             /findings/{check}?subject=department:{department} 12
            /findings/{check:\\d{1,9}}/action      /findings/{check}/action?subject=department:{department} 9
            /findings/{check:\\d{1,9}}/exception   /findings/{check}/exception?subject=department:{department} 9
            /approvals                             /approvals                                   13
            /approvals/{id}                        /approvals/{request}                         15
            /accounts/grants                       /accounts/grants                             11
            /auditors                              /auditors                                    8|9
            /auditors/new                          /auditors/new                                6
            /backups                               /backups                                     11
            /company                               /company                                     10
            /company/edit                          /company/edit                                11
            /departments                           /departments                                 7
            /departments/new                       /departments/new                             7
            /departments/{id}/edit                 /departments/{department}/edit               7
            /drafts                                /drafts                                      7
            /drafts/{id}                           /drafts/{draft}                              7
            /drafts/{id}/go                        /drafts/{draft}/go?chapter=acc               7
            /drafts/{id}/chapter/{chapter}         /drafts/{draft}/chapter/acc                  7
            /drafts/{id}/changes                   /drafts/{draft}/changes                      7
            /drafts/{id}/consequences              /drafts/{draft}/consequences                 13
            /drafts/{id}/tailoring.yaml            /drafts/{draft}/tailoring.yaml               7
            /drafts/{id}/profile.json              /drafts/{draft}/profile.json                 7
            /drafts/{id}/document.docx             /drafts/{draft}/document.docx                10
            /duties                                /duties                                      12
            /duties/calendar                       /duties/calendar                             7
            /duties/year                           /duties/year                                 9
            /duties/{id}                           /duties/{duty}                               14
            /exchange                              /exchange                                    6
            /exchange/{register}                   /exchange/devices                            6
            /exchange/{register}/table.{format:xlsx|csv} /exchange/devices/table.csv             10
            /forgotten                             /forgotten                                   6
            /hand-overs                            /hand-overs                                  13
            /log-in                                /log-in                                      2
            /notices                               /notices                                     8
            /notices/preferences                   /notices/preferences                         7
            /notices/undelivered                   /notices/undelivered                         8
            /people                                /people                                      9
            /people/new                            /people/new                                  7
            /people/picker                         /people/picker?field=holder&holderWords=計数   8
            /people/{id}                           /people/{person}                             9
            /people/{id}/absences                  /people/{person}/absences                    8
            /people/{id}/hand-over                 /people/{person}/hand-over                   13
            /people/{id}/edit                      /people/{person}/edit                        9
            /posture                               /posture                                    14|15
            /posture/clauses                       /posture/clauses                            9
            /posture/oscal/assessment-results.json /posture/oscal/assessment-results.json      9
            /posture/oscal/plan-of-action-and-milestones.json /posture/oscal/plan-of-action-and-milestones.json 8
            /posture/trend.svg                     /posture/trend.svg                          7
            /posture/{clause:[a-z]+-[a-z0-9.-]+}   /posture/org-1.b                            11
            /posts                                 /posts                                       9
            /posts/appointments/{id}/edit          /posts/appointments/{appointment}/edit       8
            /posts/chart.svg                       /posts/chart.svg                             9
            /posts/{code}                          /posts/system-administrator                  7
            /posts/{code}/appoint                  /posts/system-administrator/appoint          6
            /record                                /record                                      17|18
            /record/files                          /record/files?subject=person:{person}        10
            /record/package                        /record/package                              10|11
            /record/{entry}/redact                 /record/{entry}/redact                       12
            /regulation                            /regulation                                  6
            /regulation/acknowledge                /regulation/acknowledge                      7
            /regulation/acknowledgements           /regulation/acknowledgements                 10
            /regulation/documents                  /regulation/documents                        7
            /regulation/clause/{id}                /regulation/clause/acc-9.3                   6
            /regulation/read                       /regulation/read                             6
            /regulation/search                     /regulation/search?q=パスワード                   6
            /regulation/{number:\\d+}/read/{chapter} /regulation/0/read/acc                       6
            /regulation/{number}/document          /regulation/0/document                       6
            /{register:systems|sites|devices|parties} /devices?q=計数                             10
            /{register:systems|sites|devices|parties}/new /devices/new                             7
            /{register:systems|sites|devices|parties}/{id} /devices/{device}                       11
            /{register:systems|sites|devices|parties}/{id}/edit /devices/{device}/edit             9
            /disposals                             /disposals                                  7|8
            /disposals/new                         /disposals/new                              11
            /take-outs                             /take-outs                                  12|20
            /take-outs/gate                        /take-outs/gate                             7|15
            /take-outs/new                         /take-outs/new                              11
            /search                                /search?q=計数                                14
            /second-factor                         /second-factor                               9
            /second-factor/enrol                   /second-factor/enrol                         9
            /second-factor/recovery-codes          /second-factor/recovery-codes                7
            /assets                                /assets?q=計数                               11
            /assets/bulk                           /assets/bulk?q=計数                          11
            /assets/labels.pdf                     /assets/labels.pdf?q=計数                    10
            /assets/new                            /assets/new                                 9
            /assets/rounds                         /assets/rounds                              10
            /assets/rounds/{id}                    /assets/rounds/{round}                      11
            /assets/{id}                           /assets/{asset}                             12
            /assets/{id}/edit                      /assets/{asset}/edit                        10
            /assets/{id}/rating                    /assets/{asset}/rating                      11
            /backup-plans                          /backup-plans                                11
            /backup-plans/new                      /backup-plans/new                            9
            /backup-plans/{id}                     /backup-plans/{plan}                         20
            /backup-plans/{id}/edit                /backup-plans/{plan}/edit                    12
            /cloud-assessments                     /cloud-assessments                           8
            /cloud-assessments/new                 /cloud-assessments/new                       7
            /cloud-assessments/{id}                /cloud-assessments/{assessment}              13
            /cloud-assessments/{id}/edit           /cloud-assessments/{assessment}/edit         9
            /legal-handling                        /legal-handling                              8
            /mail-check                            /mail-check                                  7
            /mail-check/answer                     /mail-check/answer                           7|10
            /mail-check/reports                    /mail-check/reports                          9
            /mail-check/reports/{id:[0-9a-f-]{36}} /mail-check/reports/{mailreport}             8|10
            /logs                                  /logs                                        8|9
            /logs/reviews                          /logs/reviews                                9
            /logs/reviews/{id:[0-9a-f-]{36}}       /logs/reviews/{logreview}                    11|12
            /logs/reviews/{id:[0-9a-f-]{36}}/hits/{hit:[a-z0-9-]{1,80}:[0-9a-f]{12}} /logs/reviews/{logreview}/hits/{loghit} 8|9
            /logs/reviews/{id:[0-9a-f-]{36}}/report.{as:docx|pdf} /logs/reviews/{logreview}/report.docx 10|11
            /processing                            /processing                                  10
            /processing/new                        /processing/new                              8
            /processing/table.csv                  /processing/table.csv                        9
            /processing/{id}/correct               /processing/{processing}/correct             10
            /drafts/{id}/own-text                  /drafts/{draft}/own-text                     8
            /drafts/{id}/remarks                   /drafts/{draft}/remarks                      8
            /account/tokens                        /account/tokens                              7
            /tokens                                /tokens                                      11|12|13
            /webhooks                              /webhooks                                    7|8
            /api                                   /api                                         6
            /api/v1/openapi.json                   /api/v1/openapi.json                         6
            /api/v1/{resource}                     /api/v1/people                               9
            /api/v1/{resource}/{id}                /api/v1/people/{person}                      7
            /scim/v2/Users                         /scim/v2/Users?count=10                      10
            /scim/v2/Users/{id}                    /scim/v2/Users/{person}                      8
            /scim/v2/ServiceProviderConfig         /scim/v2/ServiceProviderConfig               6
            /scim/v2/ResourceTypes                 /scim/v2/ResourceTypes                       6
            /scim/v2/Schemas                       /scim/v2/Schemas                             6
            """;

    /** Served at certain moments only: behind one-time links, or where there is a file. */
    private static final Set<String> ONCE = Set.of(
            "/disposals/{id:[0-9a-f-]{36}}",
            "/take-outs/{id:[0-9a-f-]{36}}",
            "/first-start",
            "/invitation",
            "/regulation/documents/{revision:\\d{1,9}}/{language:ja|en}/{format}",
            "/backups/{id}/file",
            "/record/{entry}/file",
            "/notices/{id}",
            "/duties/feed/{secret}.ics",
            "/exchange/{register}/{upload}",
            "/exchange/{register}/{upload}/progress",
            "/exchange/{register}/{upload}/result");

    /** Asked every two seconds at most, whatever the page. */
    private static final String REVISIONS = "SELECT number, effective_at FROM regulation.revision";

    /** The same, whatever is done. */
    private static final String WEBHOOKS = "SELECT * FROM hooks.webhook WHERE ended_at IS NULL";

    /** What the head of every page asks. */
    private static final String BELL = "SELECT count(*) FROM notices.notice WHERE person = ? AND read_at IS NULL";

    private final ApplicationContext application;
    private final MockMvcTester pages;
    private final PeopleRegister register;
    private final Accounts accounts;
    private final TestRequests requests;
    private final RequestMappingHandlerMapping handlers;
    private final Estate estate;
    private final BackupPlans plans;
    private final JdbcClient sql;
    private final Map<String, String> ids = new HashMap<>();
    private Visitor visitor;

    StatementsTests(
            @Autowired ApplicationContext application,
            @Autowired MockMvcTester pages,
            @Autowired PeopleRegister register,
            @Autowired Accounts accounts,
            @Autowired TestRequests requests,
            @Autowired Estate estate,
            @Autowired BackupPlans plans,
            @Autowired JdbcClient sql,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        this.application = application;
        this.pages = pages;
        this.register = register;
        this.accounts = accounts;
        this.requests = requests;
        this.estate = estate;
        this.plans = plans;
        this.sql = sql;
        this.handlers = handlers;
    }

    @BeforeEach
    void logIn() {
        Person person = TestPeople.entered(register, "計数", "花子");
        accounts.open(person, Visitor.PASSWORD, EnumSet.allOf(Permission.class), Actor.system("test"));
        visitor = new Visitor(pages);
        TestLogIns.enrolled(visitor, person.mail());
        ids.put("{person}", person.id().toString());
        visitor.post("/departments", "name", person.staffNumber(), "position", "1", "version", "0");
        ids.put("{department}", id("department", "name", person.staffNumber()));
        visitor.post(
                "/posts/security-officer/appoint",
                "holder",
                person.id().toString(),
                "startsOn",
                "2026-04-01",
                "version",
                "0");
        visitor.post(
                "/devices",
                "itemNumber",
                person.staffNumber(),
                "itemName",
                "計数機",
                "sort",
                "notebook",
                "level",
                "2",
                "state",
                "IN_USE",
                "owner",
                person.id().toString(),
                "version",
                "0");
        ids.put(
                "{device}",
                sql.sql("SELECT id::text FROM estate.item WHERE number = :number")
                        .param("number", person.staffNumber())
                        .query(String.class)
                        .single());
        visitor.post(
                "/assets",
                "assetCode",
                person.staffNumber(),
                "assetName",
                "計数表",
                "managingDepartment",
                ids.get("{department}"),
                "medium",
                "server",
                "personal",
                "none",
                "marking",
                "folder",
                "version",
                "0");
        ids.put(
                "{asset}",
                sql.sql("SELECT id::text FROM assets.asset WHERE code = :code")
                        .param("code", person.staffNumber())
                        .query(String.class)
                        .single());
        visitor.post("/assets/rounds", "department", ids.get("{department}"));
        ids.put(
                "{round}",
                sql.sql("SELECT id::text FROM assets.round WHERE department = CAST(:department AS uuid)")
                        .param("department", ids.get("{department}"))
                        .query(String.class)
                        .single());
        ids.put(
                "{duty}",
                sql.sql("SELECT id::text FROM duties.duty WHERE subject = :subject AND kind = 'return-on-leaving'")
                        .param("subject", "person:" + leaver(person))
                        .query(String.class)
                        .single());
        ids.put(
                "{entry}",
                sql.sql("SELECT max(sequence)::text FROM evidence.entry")
                        .query(String.class)
                        .single());
        ids.put(
                "{request}",
                requests.open(
                                Actor.person(person.id().value()),
                                TestPeople.entered(register, "計数", "太郎").id())
                        .toString());
        visitor.post("/drafts", "name", person.staffNumber());
        // Whatever other tests have adopted for years to come: one that says what the sample says.
        sql.sql("UPDATE revision.draft SET tailoring = 'tailoring: 1' WHERE name = :name")
                .param("name", person.staffNumber())
                .update();
        ids.put(
                "{draft}",
                sql.sql("SELECT id::text FROM revision.draft WHERE name = :name")
                        .param("name", person.staffNumber())
                        .query(String.class)
                        .single());
        ids.put(
                "{plan}",
                TestPlans.entered(plans, TestPlans.nightly(estate, person.id()))
                        .id()
                        .toString());
        String party = TestEstate.entered(estate, Noun.PARTY, "計数クラウド", null).number();
        visitor.post(
                "/cloud-assessments",
                "service",
                person.staffNumber(),
                "provider",
                party,
                "purpose",
                "計数",
                "country",
                "SG",
                "endsOn",
                "2049-03-31",
                "version",
                "0");
        ids.put(
                "{assessment}",
                sql.sql("SELECT id::text FROM facts.cloud_assessment WHERE service = :service")
                        .param("service", person.staffNumber())
                        .query(String.class)
                        .single());
        visitor.post(
                "/processing",
                "day",
                "2026-04-01",
                "record",
                person.staffNumber(),
                "handler",
                person.id().toString(),
                "sensor",
                "optical",
                "deed",
                "provided",
                "words",
                "計数",
                "party",
                party);
        ids.put(
                "{processing}",
                sql.sql("SELECT id::text FROM facts.processing_entry WHERE handler = :person")
                        .param("person", person.id().value())
                        .query(String.class)
                        .single());
        for (int i = 0; i < 2; i++) {
            sql.sql("""
                    INSERT INTO mail.held (person, held_at, name, content) VALUES (:person, now(), 'a.eml', 'Subject: a')
                    ON CONFLICT DO NOTHING""").param("person", person.id().value()).update();
            if (i == 0) {
                visitor.post("/mail-check/report", "words", "計数");
            }
        }
        ids.put(
                "{mailreport}",
                sql.sql("SELECT id::text FROM mail.report WHERE reporter = :person")
                        .param("person", person.id().value())
                        .query(String.class)
                        .single());
        TestReviews.held(application, ids);
        ids.put("{appointment}", id("appointment", "post", "security-officer"));
        TestChecks.run(application);
        ids.put(
                "{check}",
                sql.sql("SELECT id::text FROM facts.check_definition WHERE name = 'organization/department-manager'")
                        .query(String.class)
                        .single());
    }

    /** Somebody who leaves, which sets off a duty. */
    private String leaver(Person keeper) {
        Person person = TestPeople.entered(register, "去", keeper.staffNumber());
        visitor.post(
                "/people/" + person.id(),
                "staffNumber",
                person.staffNumber(),
                "family",
                "去",
                "mail",
                person.mail(),
                "employment",
                "EMPLOYEE",
                "language",
                "ja",
                "joinedOn",
                "2026-04-01",
                "leavesOn",
                "2049-03-31",
                "version",
                "0");
        return person.id().toString();
    }

    private String id(String table, String column, String value) {
        return sql.sql("SELECT id::text FROM organization." + table + " WHERE " + column + " = :value LIMIT 1")
                .param("value", value)
                .query(String.class)
                .single();
    }

    @Test
    void everyPageCostsWhatItsLineSays() {
        Map<String, String> said = new LinkedHashMap<>();
        Map<String, String> counted = new LinkedHashMap<>();
        COSTS.lines().map(l -> l.split("\\s+")).forEach(line -> {
            List<String> sent = sent(line[1]);
            // Two numbers where names are asked for only if there are any: whatever other tests have left.
            boolean either = List.of(line[2].split("\\|", -1)).contains(Integer.toString(sent.size()));
            said.put(line[0], either ? Integer.toString(sent.size()) : line[2]);
            counted.put(line[0], Integer.toString(sent.size()));
            if (!either) {
                System.out.println(
                        line[1] + " sent\n  " + String.join("\n  ", sent).replaceAll("\\s*\\n\\s+(?=[A-Z(])", " "));
            }
        });
        assertThat(counted).as("statements by page").isEqualTo(said);
    }

    @Test
    void everyPageHasALine() {
        Set<String> shown = new TreeSet<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("org.hoshimori.")
                    && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                shown.addAll(mapping.getPatternValues());
            }
        });
        shown.removeAll(ONCE);
        assertThat(COSTS.lines().map(l -> l.split("\\s+")[0])).containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void listsCostTheSameHoweverLongTheyAre() {
        String family = "件" + UUID.randomUUID().toString().substring(0, 8);
        Actor actor = Actor.person(UUID.randomUUID());
        Map<String, Integer> few = new TreeMap<>();
        Map<String, Integer> many = new TreeMap<>();
        for (Map<String, Integer> costs : List.of(few, many)) {
            for (int i = 0; i < (costs == few ? 10 : 50); i++) {
                TestPeople.entered(register, family, "名" + i, actor);
            }
            for (int i = 0; i < 3; i++) {
                Actor another = Actor.person(UUID.randomUUID());
                Person granted = TestPeople.entered(register, family, "権" + i, another);
                TestEstate.entered(estate, Noun.DEVICE, family + i, granted.id());
                accounts.open(granted, Visitor.PASSWORD, EnumSet.of(Permission.RECORD), another);
            }
            for (String list : List.of(
                    "/people?q=" + family,
                    "/record?about=" + actor.id(),
                    "/accounts",
                    "/accounts/grants",
                    "/duties?whose=all&kind=training-on-joining",
                    "/people/picker?field=holder&holderWords=" + family,
                    "/devices?q=" + family,
                    "/posts",
                    "/posture",
                    "/findings",
                    "/departments")) {
                costs.put(list, sent(list).size());
            }
        }
        assertThat(many).isEqualTo(few);
    }

    private List<String> sent(String uri) {
        String filled =
                ids.entrySet().stream().reduce(uri, (u, id) -> u.replace(id.getKey(), id.getValue()), (a, b) -> b);
        return Statements.during(
                        () -> assertThat(visitor.get(filled).getResponse().getStatus())
                                .as(filled)
                                .isLessThan(400))
                .stream()
                .filter(s -> !s.startsWith(REVISIONS) && !s.startsWith(WEBHOOKS) && !s.equals(BELL))
                .toList();
    }
}
