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
import java.util.stream.Stream;
import org.hoshimori.chapters.backups.BackupPlans;
import org.hoshimori.chapters.backups.TestPlans;
import org.hoshimori.chapters.logs.TestReviews;
import org.hoshimori.core.approvals.TestRequests;
import org.hoshimori.core.checks.TestChecks;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.estate.TestEstate;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.factors.TestLogIns;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Accounts;
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
            /                                      /                                            43
            /account                               /account                                     13
            /account/password                      /account/password                            8
            /account/passkeys                      /account/passkeys                            6
            /accounts                              /accounts                                    10
            /accounts/sign-on                      /accounts/sign-on                           9|10
            /directory                             /directory                                  6
            /terminals                             /terminals                                  7|8
            /log-in/sign-on                        /log-in/sign-on                             1
            /accounts/{id}                         /accounts/{person}                           11
            /accounts/{id}/grants                  /accounts/{person}/grants                    9
            /api/v1/posture                        /api/v1/posture                             8
            /findings                              /findings                                   11|12|13|14
            /findings/{check:\\d{1,9}}             /findings/{check}?subject=department:{department} 11
            /findings/{check:\\d{1,9}}/action      /findings/{check}/action?subject=department:{department} 8
            /findings/{check:\\d{1,9}}/exception   /findings/{check}/exception?subject=department:{department} 8
            /approvals                             /approvals                                   12
            /approvals/{id}                        /approvals/{request}                         14
            /accounts/grants                       /accounts/grants                             10
            /auditors                              /auditors                                    7|8
            /auditors/new                          /auditors/new                                5
            /backups                               /backups                                     10
            /company                               /company                                     9
            /company/edit                          /company/edit                                10
            /departments                           /departments                                 6
            /departments/new                       /departments/new                             6
            /departments/{id}/edit                 /departments/{department}/edit               6
            /drafts                                /drafts                                      6
            /drafts/{id}                           /drafts/{draft}                              6
            /drafts/{id}/go                        /drafts/{draft}/go?chapter=acc               6
            /drafts/{id}/chapter/{chapter}         /drafts/{draft}/chapter/acc                  6
            /drafts/{id}/changes                   /drafts/{draft}/changes                      6
            /drafts/{id}/consequences              /drafts/{draft}/consequences                 12
            /drafts/{id}/tailoring.yaml            /drafts/{draft}/tailoring.yaml               6
            /drafts/{id}/profile.json              /drafts/{draft}/profile.json                 6
            /drafts/{id}/document.docx             /drafts/{draft}/document.docx                9
            /duties                                /duties                                      11
            /duties/calendar                       /duties/calendar                             6
            /duties/year                           /duties/year                                 8
            /duties/{id}                           /duties/{duty}                               13
            /exchange                              /exchange                                    5
            /exchange/{register}                   /exchange/devices                            5
            /exchange/{register}/table.{format:xlsx|csv} /exchange/devices/table.csv             9
            /forgotten                             /forgotten                                   5
            /hand-overs                            /hand-overs                                  11
            /log-in                                /log-in                                      1
            /notices                               /notices                                     7
            /notices/preferences                   /notices/preferences                         6
            /notices/undelivered                   /notices/undelivered                         7
            /people                                /people                                      8
            /people/new                            /people/new                                  6
            /people/picker                         /people/picker?field=holder&holderWords=計数   7
            /people/{id}                           /people/{person}                             8
            /people/{id}/absences                  /people/{person}/absences                    7
            /people/{id}/hand-over                 /people/{person}/hand-over                   11
            /people/{id}/edit                      /people/{person}/edit                        8
            /posture                               /posture                                    13|14
            /posture/clauses                       /posture/clauses                            8
            /posture/oscal/assessment-results.json /posture/oscal/assessment-results.json      8
            /posture/oscal/plan-of-action-and-milestones.json /posture/oscal/plan-of-action-and-milestones.json 7
            /posture/trend.svg                     /posture/trend.svg                          6
            /posture/{clause:[a-z]+-[a-z0-9.-]+}   /posture/org-1.b                            10
            /posts                                 /posts                                       8
            /posts/appointments/{id}/edit          /posts/appointments/{appointment}/edit       7
            /posts/chart.svg                       /posts/chart.svg                             8
            /posts/{code}                          /posts/system-administrator                  6
            /posts/{code}/appoint                  /posts/system-administrator/appoint          5
            /record                                /record                                      16|17|18|19
            /record/files                          /record/files?subject=person:{person}        9
            /record/package                        /record/package                              9|10
            /record/{entry}/redact                 /record/{entry}/redact                       11
            /regulation                            /regulation                                  5
            /regulation/acknowledge                /regulation/acknowledge                      6
            /regulation/acknowledgements           /regulation/acknowledgements                 9
            /regulation/documents                  /regulation/documents                        6
            /regulation/clause/{id}                /regulation/clause/acc-9.3                   5
            /regulation/read                       /regulation/read                             5
            /regulation/search                     /regulation/search?q=パスワード                   5
            /regulation/{number:\\d+}/read/{chapter} /regulation/0/read/acc                       5
            /regulation/{number}/document          /regulation/0/document                       5
            /{register:systems|sites|devices|parties} /devices?q=計数                             9
            /{register:systems|sites|devices|parties}/new /devices/new                             6
            /{register:systems|sites|devices|parties}/{id} /devices/{device}                       10
            /{register:systems|sites|devices|parties}/{id}/edit /devices/{device}/edit             8
            /disposals                             /disposals                                  6|7
            /disposals/new                         /disposals/new                              10
            /take-outs                             /take-outs                                  11|19
            /take-outs/gate                        /take-outs/gate                             6|14
            /take-outs/new                         /take-outs/new                              10
            /search                                /search?q=計数                                13
            /second-factor                         /second-factor                               8
            /second-factor/enrol                   /second-factor/enrol                         8
            /second-factor/recovery-codes          /second-factor/recovery-codes                6
            /assets                                /assets?q=計数                               10
            /assets/bulk                           /assets/bulk?q=計数                          10
            /assets/labels.pdf                     /assets/labels.pdf?q=計数                    9
            /assets/new                            /assets/new                                 8
            /assets/rounds                         /assets/rounds                              9
            /assets/rounds/{id}                    /assets/rounds/{round}                      10
            /assets/{id}                           /assets/{asset}                             11
            /assets/{id}/edit                      /assets/{asset}/edit                        9
            /assets/{id}/rating                    /assets/{asset}/rating                      10
            /backup-plans                          /backup-plans                                10
            /backup-plans/new                      /backup-plans/new                            8
            /backup-plans/{id}                     /backup-plans/{plan}                         19
            /backup-plans/{id}/edit                /backup-plans/{plan}/edit                    11
            /cloud-assessments                     /cloud-assessments                           7
            /cloud-assessments/new                 /cloud-assessments/new                       6
            /cloud-assessments/{id}                /cloud-assessments/{assessment}              12
            /cloud-assessments/{id}/edit           /cloud-assessments/{assessment}/edit         8
            /legal-handling                        /legal-handling                              7
            /mail-check                            /mail-check                                  6
            /mail-check/answer                     /mail-check/answer                           6|9
            /mail-check/reports                    /mail-check/reports                          8
            /mail-check/reports/{id:[0-9a-f-]{36}} /mail-check/reports/{mailreport}             7|9
            /logs                                  /logs                                        7|8
            /logs/reviews                          /logs/reviews                                8
            /logs/reviews/{id:[0-9a-f-]{36}}       /logs/reviews/{logreview}                    10|11
            /logs/reviews/{id:[0-9a-f-]{36}}/hits/{hit:[a-z0-9-]{1,80}:[0-9a-f]{12}} /logs/reviews/{logreview}/hits/{loghit} 7|8
            /logs/reviews/{id:[0-9a-f-]{36}}/report.{as:docx|pdf} /logs/reviews/{logreview}/report.docx 9|10
            /processing                            /processing                                  9
            /processing/new                        /processing/new                              7
            /processing/table.csv                  /processing/table.csv                        8
            /processing/{id}/correct               /processing/{processing}/correct             9
            /drafts/{id}/own-text                  /drafts/{draft}/own-text                     7
            /drafts/{id}/remarks                   /drafts/{draft}/remarks                      7
            /account/tokens                        /account/tokens                              6
            /tokens                                /tokens                                      10|11|12
            /webhooks                              /webhooks                                    6|7
            /api                                   /api                                         5
            /api/v1/openapi.json                   /api/v1/openapi.json                         5
            /api/v1/{resource}                     /api/v1/people                               8
            /api/v1/{resource}/{id}                /api/v1/people/{person}                      6
            /scim/v2/Users                         /scim/v2/Users?count=10                      9
            /scim/v2/Users/{id}                    /scim/v2/Users/{person}                      7
            /scim/v2/ServiceProviderConfig         /scim/v2/ServiceProviderConfig               5
            /scim/v2/ResourceTypes                 /scim/v2/ResourceTypes                       5
            /scim/v2/Schemas                       /scim/v2/Schemas                             5
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

    /** At the first page after ten seconds. */
    private static final String TOUCHED = "UPDATE identity.spring_session";

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
        ids.put("{department}", id("organization.department", "name", person.staffNumber()));
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
        ids.put("{appointment}", id("posts.appointment", "post", "security-officer"));
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
        return sql.sql("SELECT id::text FROM " + table + " WHERE " + column + " = :value LIMIT 1")
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
                .filter(s -> Stream.of(REVISIONS, WEBHOOKS, TOUCHED).noneMatch(s::startsWith) && !s.equals(BELL))
                .toList();
    }
}
