package org.hoshimori;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.chapters.assets.Assets;
import org.hoshimori.chapters.assets.TestAssets;
import org.hoshimori.chapters.backups.BackupPlans;
import org.hoshimori.chapters.backups.TestPlans;
import org.hoshimori.core.approvals.TestRequests;
import org.hoshimori.core.checks.TestChecks;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.estate.TestEstate;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Visitor;
import org.hoshimori.core.notices.Argument;
import org.hoshimori.core.notices.Notice;
import org.hoshimori.core.notices.Notices;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Two departments, somebody whose things they are, a colleague, a stranger from the other department, and one of everything that a
 * page can be asked for: {@code {asset}} in an address stands for its id.
 */
final class FurnishedCompany {

    private static final Actor TEST = Actor.system("test");

    private final MockMvcTester pages;
    private final JdbcClient sql;
    private final PeopleRegister people;
    private final Assets assets;
    private final Map<String, String> ids = new HashMap<>();

    final Person owner;
    final Person colleague;
    final Person stranger;
    final Person decider;

    FurnishedCompany(ApplicationContext application) {
        this.pages = application.getBean(MockMvcTester.class);
        this.sql = application.getBean(JdbcClient.class);
        this.people = application.getBean(PeopleRegister.class);
        this.assets = application.getBean(Assets.class);
        DepartmentRegister departments = application.getBean(DepartmentRegister.class);
        DepartmentId ours = department(departments, "主部");
        DepartmentId theirs = department(departments, "他部");
        owner = member("主人", ours);
        colleague = member("同僚", ours);
        stranger = member("他人", theirs);
        decider = member("決裁", theirs);
        application.getBean(Accounts.class).open(owner, Visitor.PASSWORD, EnumSet.allOf(Permission.class), TEST);
        ids.put("{owner}", owner.id().toString());
        ids.put("{person}", owner.id().toString());
        ids.put("{department}", ours.toString());
        organization();
        registers(application);
        assets();
        revision(application);
        doors();
    }

    /** The address with the ids of what there is. */
    String filled(String address) {
        String filled = address;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace(id.getKey(), id.getValue());
        }
        assertThat(filled).doesNotContain("{");
        return filled;
    }

    private static DepartmentId department(DepartmentRegister departments, String name) {
        return ((DepartmentRegister.Outcome.Done)
                        departments.open(Department.called(name + " " + UUID.randomUUID(), "", 900, null), TEST))
                .department()
                .id();
    }

    private Person member(String family, DepartmentId department) {
        Person p = TestPeople.entered(people, family, "一");
        return ((PeopleRegister.Outcome.Done) people.change(
                        new Person(
                                p.id(),
                                p.staffNumber(),
                                p.name(),
                                p.mail(),
                                p.employment(),
                                department,
                                "ja",
                                p.joinedOn(),
                                null,
                                p.version()),
                        TEST))
                .person();
    }

    private Authentication keeper() {
        return SignedInAs.person(
                owner.id().value(),
                Arrays.stream(Permission.values()).map(Permission::code).toArray(String[]::new));
    }

    private String post(String uri, String... fields) {
        var request = pages.post().uri(uri).with(csrf()).with(authentication(keeper()));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        MvcTestResult answer = request.exchange();
        assertThat(answer.getResponse().getStatus()).as(uri).isEqualTo(302);
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private String one(String query, String value) {
        return sql.sql(query).param("value", value).query(String.class).single();
    }

    private void organization() {
        String number = owner.staffNumber();
        // Whoever another test has appointed.
        sql.sql("DELETE FROM posts.appointment WHERE post = 'security-officer'").update();
        post("/posts/security-officer/appoint", "holder", ids.get("{owner}"), "startsOn", "2026-04-01", "version", "0");
        ids.put(
                "{appointment}",
                one("SELECT id::text FROM posts.appointment WHERE holder::text = :value", ids.get("{owner}")));
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        post(
                "/people/" + ids.get("{owner}") + "/absences",
                "deputy",
                colleague.id().toString(),
                "from",
                today.plusDays(30).toString(),
                "until",
                today.plusDays(40).toString());
        ids.put(
                "{absence}",
                one("SELECT id::text FROM absences.absence WHERE person::text = :value", ids.get("{owner}")));
        Person leaver = TestPeople.entered(people, "去", number);
        post(
                "/people/" + leaver.id(),
                "staffNumber",
                leaver.staffNumber(),
                "family",
                "去",
                "mail",
                leaver.mail(),
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
        ids.put(
                "{duty}",
                one(
                        "SELECT id::text FROM duties.duty WHERE subject = :value AND kind = 'return-on-leaving'",
                        "person:" + leaver.id()));
        ids.put("{entry}", one("SELECT max(sequence)::text FROM evidence.entry WHERE 'x' = :value", "x"));
    }

    private void registers(ApplicationContext application) {
        Estate estate = application.getBean(Estate.class);
        ids.put(
                "{device}",
                TestEstate.entered(estate, Noun.DEVICE, "計算機", owner.id()).id().toString());
        ids.put(
                "{plan}",
                TestPlans.entered(application.getBean(BackupPlans.class), TestPlans.nightly(estate, owner.id()))
                        .id()
                        .toString());
        String party = TestEstate.entered(estate, Noun.PARTY, "他社", null).number();
        String number = owner.staffNumber();
        post(
                "/cloud-assessments",
                "service",
                number,
                "provider",
                party,
                "purpose",
                "試験",
                "country",
                "SG",
                "endsOn",
                "2049-03-31",
                "version",
                "0");
        ids.put("{assessment}", one("SELECT id::text FROM facts.cloud_assessment WHERE service = :value", number));
        post(
                "/processing",
                "day",
                "2026-04-01",
                "record",
                number,
                "handler",
                ids.get("{owner}"),
                "sensor",
                "optical",
                "deed",
                "provided",
                "words",
                "試験",
                "party",
                party);
        ids.put(
                "{processing}",
                one("SELECT id::text FROM facts.processing_entry WHERE handler::text = :value", ids.get("{owner}")));
        application
                .getBean(Notices.class)
                .tell(Notice.to(owner.id(), "doors", "day.notice", "/posts", new Argument.Text("知らせ")));
        ids.put(
                "{notice}",
                one("SELECT id::text FROM notices.notice WHERE person::text = :value LIMIT 1", ids.get("{owner}")));
        ids.put(
                "{request}",
                application
                        .getBean(TestRequests.class)
                        .open(Actor.person(owner.id().value()), decider.id())
                        .toString());
    }

    private String asset(String code, String name, String level) {
        String to = post(
                "/assets",
                "assetCode",
                code,
                "assetName",
                name,
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
        String id = one("SELECT id::text FROM assets.asset WHERE code = :value", code);
        assertThat(to).isNotEmpty();
        if (!level.equals("1")) {
            TestAssets.raised(assets, UUID.fromString(id));
        }
        return id;
    }

    private void assets() {
        String number = owner.staffNumber();
        ids.put("{asset}", asset(number, "秘密の表", "3"));
        String open = asset(number + "-1", "公開の表", "1");
        post("/assets/rounds", "department", ids.get("{department}"));
        ids.put(
                "{round}",
                one("SELECT id::text FROM assets.round WHERE department::text = :value", ids.get("{department}")));
        String today = LocalDate.now(ZoneId.of("Asia/Tokyo")).toString();
        post(
                "/take-outs",
                "takenFor",
                "試験",
                "takenTo",
                "自宅",
                "takenOn",
                today,
                "backOn",
                today,
                "carried",
                open + ":paper",
                "measure",
                "paper:watched");
        ids.put(
                "{takeout}",
                one("SELECT id::text FROM takeouts.take_out WHERE taker::text = :value", ids.get("{owner}")));
        String disposal = post(
                "/disposals",
                "act",
                "dispose",
                "mediumKind",
                "paper",
                "treatment",
                "dissolve",
                "level",
                "1",
                "doneOn",
                today);
        ids.put("{disposal}", disposal.replaceFirst(".*/", "").replaceFirst("\\?.*", ""));
    }

    /** Of every kind at the doors one that is there: what is refused is then refused for who asks, not for want of it. */
    private void doors() {
        row("{grant}", """
                INSERT INTO grants.named_grant (id, person, permission, starts_on, reason, granted_by, granted_at)
                VALUES (:id, :owner, 'estate', '2026-04-01', '試験', 'system:test', now())""");
        row("{auditor}", """
                INSERT INTO auditors.auditor (id, name, organization, mail, language, starts_on, ends_on, reason, issued_by,
                                              issued_at)
                VALUES (:id, '監査 人', '他社', :text || '@audit.example', 'ja', '2026-04-01', '2049-03-31', '試験', 'system:test',
                        now())""");
        row("{passkey}", """
                INSERT INTO passkeys.passkey (id, person, credential, name, public_key, signatures, verified, eligible, carried,
                                              transports, attestation, client_data, since)
                VALUES (:id, :owner, convert_to(:text, 'UTF8'), '鍵', '', 0, true, false, false, '', '', '', now())""");
        row("{knock}", """
                INSERT INTO signon.knock (id, issuer, subject, mail, name, why, person, first_at, last_at)
                VALUES (:id, 'https://sso.example.jp', :text, 'x@example.jp', '誰か', 'no-account', :colleague, now(), now())""");
        row("{proposal}", """
                INSERT INTO signon.proposal (id, person, post, grp, at)
                VALUES (:id, :colleague, 'audit-manager', '監査', now())""");
        row("{difference}", """
                INSERT INTO directory.difference (id, key, kind, dn, number, mail, family, given, changed, since)
                VALUES (:id, 'joiner:' || :text, 'joiner', 'cn=x', :text, :text || '@example.jp', '新', '人', '{}', now())""");
        row("{personaltoken}", """
                INSERT INTO tokens.token (id, name, kind, person, secret, scopes, permissions, made_at, made_by, expires_at)
                VALUES (:id, '鍵', 'personal', :owner, convert_to(:text, 'UTF8'), '{estate:read}', '{}', now(), 'system:test',
                        now() + interval '1 day')""");
        row("{integration}", """
                INSERT INTO tokens.token (id, name, kind, person, secret, scopes, permissions, made_at, made_by, expires_at)
                VALUES (:id, '鍵', 'integration', :owner, convert_to(:text || '2', 'UTF8'), '{estate:read}', '{}', now(),
                        'system:test', now() + interval '1 day')""");
        row("{webhook}", """
                INSERT INTO hooks.webhook (id, name, address, acts, made_at)
                VALUES (:id, '知らせ', 'https://hook.example/', '{asset.}', now())""");
        row("{mailreport}", """
                INSERT INTO mail.report (id, reported_at, reporter, sender, subject, verdict, signs, several, words, sha256, kept,
                                         state)
                VALUES (:id, now(), :owner, 'a@example.com', '件名', 'clear', '{}', 2, '', :text, false, 'open')""");
        row("{backuptoken}", """
                INSERT INTO backups.token (id, plan, secret, made_at, made_by)
                VALUES (:id, CAST(:plan AS uuid), convert_to(:text, 'UTF8'), now(), 'system:test')""");
        row("{terminal}", """
                INSERT INTO terminals.terminal (id, device, fingerprint, serial, subject, issuer, starts_at, expires_at,
                                                registered_at)
                VALUES (:id, CAST(:device AS uuid), :text, '1', '', '', now(), now() + interval '1 day', now())""");
    }

    private void row(String name, String insert) {
        UUID id = UUID.randomUUID();
        sql.sql(insert)
                .param("id", id)
                .param("text", id.toString())
                .param("owner", owner.id().value())
                .param("colleague", colleague.id().value())
                .param("device", ids.get("{device}"))
                .param("plan", ids.get("{plan}"))
                .update();
        ids.put(name, id.toString());
    }

    private void revision(ApplicationContext application) {
        String number = owner.staffNumber();
        post("/drafts", "name", number);
        sql.sql("UPDATE revision.draft SET tailoring = 'tailoring: 1' WHERE name = :name")
                .param("name", number)
                .update();
        ids.put("{draft}", one("SELECT id::text FROM revision.draft WHERE name = :value", number));
        TestChecks.run(application);
        ids.put(
                "{check}",
                one(
                        "SELECT id::text FROM facts.check_definition WHERE name = :value",
                        "organization/department-manager"));
        MvcTestResult sent = pages.post()
                .uri("/exchange/devices")
                .multipart()
                .file(new MockMultipartFile("file", "表.csv", "text/csv", "番号,名称\nX,Y\n".getBytes()))
                .with(csrf())
                .with(authentication(keeper()))
                .exchange();
        ids.put(
                "{upload}",
                String.valueOf(sent.getResponse().getRedirectedUrl())
                        .replaceFirst(".*/", "")
                        .replaceFirst("\\?.*", ""));
    }
}
