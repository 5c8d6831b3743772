package org.hoshimori.core.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.ApplicationTest;
import org.hoshimori.CompleteTailoring;
import org.hoshimori.catalog.CatalogJson;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.regulation.Adoption;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.TailoringReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every shipped check, with a subject for which it is met, one for which it is not, and one out of its scope. */
@ApplicationTest
class ShippedChecksTests {

    /** Checks without a third answer: everything they look at is in their scope. */
    private static final Set<String> ALWAYS_IN_SCOPE = Set.of(
            "organization/deputy-missing",
            "organization/auditor-audits-others",
            "organization/regulation-adopted",
            "identity/leaver-account-open",
            "identity/rights-concentrated",
            "identity/grant-without-end",
            "exchange/backup-old",
            "disposals/reappeared",
            "disposals/legal-measure",
            "logs/archive-intact",
            "logs/early-deletion",
            "logs/verification-old",
            "logs/review-old");

    private static final Set<String> SHOWN = new TreeSet<>();

    private final CheckTrial trial;
    private final ChecksLogIn logIn;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final List<UUID> appointed = new ArrayList<>();
    private final JdbcClient sql;
    private final Adoption adoption;
    private final Clock clock;
    private final LocalDate today;

    ShippedChecksTests(
            @Autowired CheckTrial trial,
            @Autowired ChecksLogIn logIn,
            @Autowired PeopleRegister people,
            @Autowired DepartmentRegister departments,
            @Autowired JdbcClient sql,
            @Autowired Adoption adoption,
            @Autowired Clock clock) {
        this.trial = trial;
        this.logIn = logIn;
        this.people = people;
        this.departments = departments;
        this.sql = sql;
        this.adoption = adoption;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    @AfterAll
    static void everyCheckIsShown() {
        Set<String> wanted = CheckFiles.shipped().keySet().stream()
                .flatMap(name -> (ALWAYS_IN_SCOPE.contains(name)
                                ? List.of("ok", "alarm")
                                : List.of("ok", "alarm", "skip"))
                        .stream().map(status -> name + " " + status))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(SHOWN).containsExactlyElementsOf(wanted);
    }

    @Test
    void committee() throws CheckRefused {
        UUID holder = person();
        UUID auditor = person();
        appoint("incident-response-manager", holder, null);
        appoint("audit-manager", auditor, null);
        appoint("audit-manager", holder, person());
        appoint("system-administrator", person(), person());
        says("organization/post-vacant", "post:incident-response-manager", "ok");
        says("organization/post-vacant", "post:complaints-contact", "skip");
        sql.sql("UPDATE posts.appointment SET ends_on = :day WHERE post = 'privacy-manager' AND starts_on <= :day")
                .param("day", LocalDate.of(2026, 4, 1))
                .update();
        says("organization/post-vacant", "post:privacy-manager", "alarm");
        says("organization/deputy-missing", "post:incident-response-manager", "alarm");
        sql.sql("UPDATE posts.appointment SET deputy = :deputy WHERE post = 'system-administrator'")
                .param("deputy", person())
                .update();
        says("organization/deputy-missing", "post:system-administrator", "ok");
        says("organization/auditor-audits-others", "person:" + auditor, "ok");
        says("organization/auditor-audits-others", "person:" + holder, "alarm");
    }

    @Test
    void topManagement() throws CheckRefused {
        sql.sql(
                        "UPDATE posts.appointment SET ends_on = starts_on WHERE post IN ('representative-director', 'director')")
                .update();
        says("organization/top-management", "post:director", "alarm");
        appoint("representative-director", person(), null);
        says("organization/top-management", "post:representative-director", "ok");
        says("organization/top-management", "post:director", "skip");
    }

    @Test
    void departments() throws CheckRefused {
        UUID with = department();
        UUID without = department();
        UUID closed = department();
        UUID leaver = person();
        sql.sql("UPDATE organization.department SET closed_on = :day WHERE id = :id")
                .param("day", today.minusDays(1))
                .param("id", closed)
                .update();
        sql.sql(
                        "INSERT INTO posts.appointment (id, post, department, holder, starts_on) VALUES (:id, :post, :department, :holder, :day)")
                .param("id", UUID.randomUUID())
                .param("post", "departmental-security-manager")
                .param("department", with)
                .param("holder", person())
                .param("day", today)
                .update();
        says("organization/department-manager", "department:" + with, "ok");
        says("organization/department-manager", "department:" + without, "alarm");
        says("organization/department-manager", "department:" + closed, "skip");
        head(with, person());
        head(without, leaver);
        leaves(leaver, today.minusDays(1));
        says("organization/leaver-heads-department", "department:" + with, "ok");
        says("organization/leaver-heads-department", "department:" + without, "alarm");
        says("organization/leaver-heads-department", "department:" + closed, "skip");
    }

    @Test
    void leavers() throws CheckRefused {
        UUID late = account(false, today.minusDays(200));
        UUID yesterday = account(false, today.minusDays(200));
        UUID here = account(false, today.minusDays(200));
        leaves(late, today.minusDays(2));
        leaves(yesterday, today.minusDays(1));
        says("identity/leaver-account-open", "person:" + late, "alarm");
        says("identity/leaver-account-open", "person:" + yesterday, "ok");
        assertThat(found("identity/leaver-account-open", today, sample())).doesNotContainKey("person:" + here);
        assertThat(found("identity/leaver-account-open", today, tailored("acc-4.b_disable-within: P3D"))
                        .get("person:" + late))
                .as("under another deadline")
                .isEqualTo("ok");
    }

    @Test
    void secondFactors() throws CheckRefused {
        UUID general = account(false, today);
        UUID granted = account(false, today);
        UUID enrolled = account(true, today);
        grant(granted, "record", today, null);
        sql.sql("INSERT INTO factors.second_factor (person, secret, last_step, since) VALUES (:person, '', 0, now())")
                .param("person", enrolled)
                .update();
        says("identity/second-factor-missing", "person:" + general, "skip");
        says("identity/second-factor-missing", "person:" + granted, "alarm");
        says("identity/second-factor-missing", "person:" + enrolled, "ok");
        UUID withPasskey = account(true, today);
        sql.sql("""
                INSERT INTO passkeys.passkey (id, person, credential, name, public_key, signatures, verified, eligible, carried,
                                              transports, attestation, client_data, since)
                VALUES (gen_random_uuid(), :person, convert_to(:key, 'UTF8'), '鍵', '', 0, true, false, false, '', '', '', now())""")
                .param("person", withPasskey)
                .param("key", withPasskey.toString())
                .update();
        says("identity/second-factor-missing", "person:" + withPasskey, "ok");
        assertThat(found("identity/second-factor-missing", today, tailored("acc-1.d_mfa-level: 2"))
                        .get("person:" + general))
                .as("everybody needs one under a stricter rule")
                .isEqualTo("alarm");
    }

    @Test
    void terminals() throws CheckRefused {
        UUID current = terminal("in-use", 30, false);
        UUID late = terminal("in-use", -2, false);
        UUID revoked = terminal("in-use", 30, true);
        UUID retired = terminal("retired", 30, false);
        says("terminals/certificate-current", "device:" + current, "ok");
        says("terminals/certificate-current", "device:" + late, "alarm");
        says("terminals/certificate-current", "device:" + revoked, "skip");
        says("terminals/certificate-current", "device:" + retired, "alarm");
    }

    private UUID terminal(String state, int days, boolean revoked) {
        UUID device = item("device", null, 1, state);
        sql.sql("""
                INSERT INTO terminals.terminal (id, device, fingerprint, serial, subject, issuer, starts_at, expires_at,
                                                registered_at, revoked_at)
                VALUES (gen_random_uuid(), CAST(:device AS uuid), :device, '1', '', '', now() - interval '90 days',
                        now() + make_interval(days => :days), now(), CASE WHEN :revoked THEN now() END)""")
                .param("device", device.toString())
                .param("days", days)
                .param("revoked", revoked)
                .update();
        return device;
    }

    @Test
    void passwords() throws CheckRefused {
        UUID old = account(true, today.minusDays(100));
        UUID fresh = account(true, today.minusDays(10));
        UUID general = account(false, today.minusDays(100));
        Revision quarterly = tailored("acc-9.3.p_change-period: P90D");
        Map<String, String> found = found("identity/password-old", today, quarterly);
        shows("identity/password-old", found, "person:" + old, "alarm");
        shows("identity/password-old", found, "person:" + fresh, "ok");
        shows("identity/password-old", found, "person:" + general, "skip");
        says("identity/password-old", "person:" + old, "skip");
        grant(old, "record", today, null);
        grant(general, "record", today, null);
        says("identity/privileged-by-general-rule", "person:" + old, "ok");
        says("identity/privileged-by-general-rule", "person:" + general, "alarm");
        says("identity/privileged-by-general-rule", "person:" + fresh, "skip");
    }

    @Test
    void unusedAccounts() throws CheckRefused {
        UUID unused = account(false, today.minusDays(100));
        UUID used = account(false, today.minusDays(100));
        UUID fresh = account(false, today.minusDays(10));
        sql.sql(
                        "INSERT INTO identity.log_in (person, at, door, succeeded, address, agent) VALUES (:person, :day, 'password', true, '', '')")
                .param("person", used)
                .param("day", today.minusDays(150))
                .update();
        says("identity/account-never-used", "person:" + unused, "alarm");
        says("identity/account-never-used", "person:" + used, "ok");
        says("identity/account-never-used", "person:" + fresh, "skip");
    }

    @Test
    void grants() throws CheckRefused {
        UUID one = person();
        UUID many = person();
        grant(one, "record", today, today.plusDays(30));
        for (String permission : List.of("record", "people", "accounts", "backups")) {
            grant(many, permission, today, null);
        }
        says("identity/rights-concentrated", "person:" + one, "ok");
        says("identity/rights-concentrated", "person:" + many, "alarm");
        assertThat(found("identity/rights-concentrated", today, tailored("acc-1.c_limit: 4"))
                        .get("person:" + many))
                .isEqualTo("ok");
        says("identity/grant-without-end", "person:" + one, "ok");
        says("identity/grant-without-end", "person:" + many, "alarm");
    }

    @Test
    void backups() throws CheckRefused {
        UUID id = backup("made");
        says("exchange/backup-old", "backups", "ok");
        assertThat(found("exchange/backup-old", today.plusDays(3), sample()).get("backups"))
                .isEqualTo("alarm");
        SHOWN.add("exchange/backup-old alarm");
        assertThat(found("exchange/backup-old", today.plusDays(3), tailored("ast-4.1_rhythm: P7D"))
                        .get("backups"))
                .as("once a week is enough")
                .isEqualTo("ok");
        says("exchange/backup-failed", id.toString(), "ok");
        says("exchange/backup-failed", backup("failed").toString(), "alarm");
        says("exchange/backup-failed", backup("cancelled").toString(), "skip");
        sql.sql(
                        "UPDATE exchange.backup SET begun_at = begun_at - interval '1 day', state = 'made' WHERE begun_by = 'system:test'")
                .update();
    }

    @Test
    void gatewayLogs() throws CheckRefused {
        verification(false, 3);
        says("logs/archive-intact", "log-archive", "alarm");
        says("logs/early-deletion", "log-archive", "alarm");
        UUID id = verification(true, 0);
        says("logs/archive-intact", "log-archive", "ok");
        says("logs/early-deletion", "log-archive", "ok");
        sql.sql("UPDATE logs.verification SET confirmed_at = now(), confirmed_by = 'system:test' WHERE id = :id")
                .param("id", id)
                .update();
        says("logs/verification-old", "log-archive", "ok");
        shows(
                "logs/verification-old",
                found("logs/verification-old", today.plusDays(40), sample()),
                "log-archive",
                "alarm");
        sql.sql("INSERT INTO logs.review (id, held_at, from_day, until_day, rows, hits, answers, closed_at)"
                        + " VALUES (:id, now(), :day, :day, 1, 0, '[]', now())")
                .param("id", id)
                .param("day", today.minusDays(400))
                .update();
        says("logs/review-old", "log-archive", "ok");
        shows("logs/review-old", found("logs/review-old", today.plusDays(40), sample()), "log-archive", "alarm");
    }

    private UUID verification(boolean intact, int early) {
        UUID id = UUID.randomUUID();
        sql.sql(
                        "INSERT INTO logs.work (id, kind, state, asked_at, asked_by) VALUES (:id, 'verification', 'done', :old, 'system:test')")
                .param("id", id)
                .param("old", LocalDate.of(2020, 1, 1).atStartOfDay().atOffset(java.time.ZoneOffset.UTC))
                .update();
        sql.sql("""
                INSERT INTO logs.verification (id, verified_at, intact, head, entries, files, rows, bytes, gaps, early, faults)
                VALUES (:id, clock_timestamp(), :intact, '', 0, 0, 0, 0, 0, :early, '[]')""")
                .param("id", id)
                .param("intact", intact)
                .param("early", early)
                .update();
        return id;
    }

    @Test
    void whatLogsTell() throws CheckRefused {
        String marked = "beaconing:" + hex();
        String fresh = "beaconing:" + hex();
        String forgotten = "beaconing:" + hex();
        for (String hit : List.of(marked, fresh, forgotten)) {
            sql.sql("INSERT INTO logs.hit (id, rule, question, first_found_at, last_found_at)"
                            + " VALUES (:id, 'beaconing', 'suspicious', now() - :days * interval '1 day', now())")
                    .param("id", hit)
                    .param("days", hit.equals(fresh) ? 3 : 20)
                    .update();
        }
        sql.sql(
                        "INSERT INTO logs.mark (id, state, note, said_at, said_by) VALUES (:id, 'explained', '-', now(), 'test')")
                .param("id", marked)
                .update();
        says("logs/hit-unmarked", "log-hit:" + marked, "ok");
        says("logs/hit-unmarked", "log-hit:" + fresh, "skip");
        says("logs/hit-unmarked", "log-hit:" + forgotten, "alarm");
        String diagnosed = "remote-diagnosis:" + hex();
        sql.sql("INSERT INTO logs.hit (id, rule, question, first_found_at, last_found_at)"
                        + " VALUES (:id, 'remote-diagnosis', 'suspicious', now(), now())")
                .param("id", diagnosed)
                .update();
        says("logs/remote-diagnosis", "log-hit:" + marked, "skip");
        says("logs/remote-diagnosis", "log-hit:" + diagnosed, "alarm");
        sql.sql(
                        "INSERT INTO logs.mark (id, state, note, said_at, said_by) VALUES (:id, 'explained', '-', now(), 'test')")
                .param("id", diagnosed)
                .update();
        says("logs/remote-diagnosis", "log-hit:" + diagnosed, "ok");
        source("steady", 0, 60);
        source("gappy", 0, 5);
        source("silent", 4, 60);
        source("retired", 120, 200);
        says("logs/source-silent", "log-source:steady", "ok");
        says("logs/source-silent", "log-source:gappy", "alarm");
        says("logs/source-silent", "log-source:silent", "alarm");
        says("logs/source-silent", "log-source:retired", "skip");
        sql.sql("INSERT INTO logs.mark (id, state, note, said_at, said_by)"
                        + " SELECT id, 'explained', '-', now(), 'test' FROM logs.hit ON CONFLICT DO NOTHING")
                .update();
    }

    @Test
    void reportedMail() throws CheckRefused {
        says("mail/report-unanswered", "mail-report:" + reported(9, "harmless"), "ok");
        says("mail/report-unanswered", "mail-report:" + reported(0, "open"), "skip");
        says("mail/report-unanswered", "mail-report:" + reported(2, "open"), "alarm");
    }

    private UUID reported(int daysAgo, String state) {
        UUID id = UUID.randomUUID();
        sql.sql(
                        "INSERT INTO mail.report"
                                + " (id, reported_at, reporter, sender, subject, verdict, signs, several, words, sha256, kept, state)"
                                + " VALUES (:id, :at, :reporter, 'a@example.com', 'x', 'caution', '{}', 2, '', 'x', false, :state)")
                .param("id", id)
                .param("at", clock.instant().minus(Duration.ofDays(daysAgo)).atOffset(java.time.ZoneOffset.UTC))
                .param("reporter", person())
                .param("state", state)
                .update();
        return id;
    }

    private static String hex() {
        return UUID.randomUUID().toString().substring(24);
    }

    private void source(String name, int silent, int gap) {
        sql.sql("""
                INSERT INTO logs.source (name, rows, first_at, last_at, gap_from, gap_until, looked_at)
                VALUES (:name, 1, now() - interval '300 days', now() - :silent * interval '1 day',
                        now() - (:gap + 1) * interval '1 day', now() - :gap * interval '1 day', now())
                ON CONFLICT (name) DO NOTHING""")
                .param("name", name)
                .param("silent", silent)
                .param("gap", gap)
                .update();
    }

    @Test
    void reviews() throws CheckRefused {
        if (sql.sql("SELECT count(*) FROM regulation.revision")
                        .query(Integer.class)
                        .single()
                == 0) {
            adoption.adopt(tailored().regulation(), clock.instant().plus(Duration.ofDays(4_000)), Actor.system("test"));
        }
        assertThat(found("organization/regulation-adopted", today, sample()).get("regulation"))
                .isEqualTo("ok");
        SHOWN.add("organization/regulation-adopted ok");
        assertThat(found("organization/regulation-adopted", today.plusYears(2), sample())
                        .get("regulation"))
                .isEqualTo("alarm");
        SHOWN.add("organization/regulation-adopted alarm");
    }

    @Test
    void acknowledgements() throws CheckRefused {
        LocalDate then = today.plusDays(7_000);
        var outcome = (Adoption.Outcome.Adopted) adoption.adopt(
                tailored().regulation(),
                then.atTime(9, 0).atZone(clock.getZone()).toInstant(),
                Actor.system("test"));
        UUID read = person();
        UUID unread = person();
        sql.sql(
                        "INSERT INTO revision.acknowledgement (revision, person, at, way, entered_by) VALUES (:revision, :person, now(), 'read', '')")
                .param("revision", outcome.revision().number())
                .param("person", read)
                .update();
        Map<String, String> month = found("revision/not-acknowledged", then.plusDays(30), sample());
        shows("revision/not-acknowledged", month, "person:" + read, "ok");
        shows("revision/not-acknowledged", month, "person:" + unread, "skip");
        Map<String, String> later = found("revision/not-acknowledged", then.plusDays(31), sample());
        shows("revision/not-acknowledged", later, "person:" + unread, "alarm");
    }

    @Test
    void estate() throws CheckRefused {
        UUID owned = item("device", person(), 2, "in-use");
        UUID leaver = person();
        UUID orphan = item("device", leaver, 2, "in-use");
        UUID retired = item("information-system", null, 0, "retired");
        UUID unsaid = item("information-system", null, 0, "in-use");
        UUID said = item("information-system", null, 3, "in-use");
        leaves(leaver, today.minusDays(1));
        says("estate/owner-missing", "device:" + owned, "ok");
        says("estate/owner-missing", "device:" + orphan, "alarm");
        says("estate/owner-missing", "information-system:" + retired, "skip");
        says("estate/level-missing", "information-system:" + said, "ok");
        says("estate/level-missing", "information-system:" + unsaid, "alarm");
        says("estate/level-missing", "information-system:" + retired, "skip");
    }

    @Test
    void assetsOfDepartments() throws CheckRefused {
        UUID without = department();
        UUID closed = department();
        UUID young = department();
        UUID old = department();
        UUID counted = department();
        UUID headed = department();
        head(headed, person());
        asset(young, "");
        asset(old, "registered_on = '2024-04-01'");
        asset(counted, "registered_on = '2024-04-01'");
        asset(headed, "");
        round(counted);
        says("assets/department-without-assets", "department:" + without, "alarm");
        says("assets/department-without-assets", "department:" + old, "ok");
        says("assets/round-overdue", "department:" + young, "skip");
        says("assets/round-overdue", "department:" + old, "alarm");
        says("assets/round-overdue", "department:" + counted, "ok");
        says("assets/manager-missing", "department:" + without, "skip");
        says("assets/manager-missing", "department:" + young, "alarm");
        says("assets/manager-missing", "department:" + headed, "ok");
        closes(closed);
        says("assets/department-without-assets", "department:" + closed, "skip");
    }

    @Test
    void assets() throws CheckRefused {
        UUID department = department();
        UUID gone = asset(department, "state = 'gone'");
        UUID good = asset(department, "");
        for (String check : List.of("rating-unreasoned", "marking-unfit", "users-unfit")) {
            says("assets/" + check, "asset:" + gone, "skip");
            says("assets/" + check, "asset:" + good, "ok");
        }
        says("assets/rating-unreasoned", "asset:" + asset(department, "reason = ''"), "alarm");
        says("assets/rating-unreasoned", "asset:" + asset(department, "reason = '', answers = '{none}'"), "ok");
        says("assets/marking-unfit", "asset:" + asset(department, "medium = 'paper'"), "alarm");
        says("assets/marking-unfit", "asset:" + asset(department, "marking = 'register'"), "alarm");
        says("assets/marking-unfit", "asset:" + asset(department, "medium = 'cloud', marking = 'document'"), "alarm");
        says(
                "assets/marking-unfit",
                "asset:" + asset(department, "marking = 'register', marking_reason = '小さい'"),
                "ok");
        UUID closed = department();
        UUID used = asset(department, "users = ARRAY[CAST('" + closed + "' AS uuid)]");
        says("assets/users-unfit", "asset:" + used, "ok");
        closes(closed);
        says("assets/users-unfit", "asset:" + used, "alarm");
        says("assets/users-unfit", "asset:" + asset(department, "everybody = true, confidentiality = 3"), "alarm");
        UUID outside = asset(department, "outsiders = '委託先'");
        says("assets/users-unfit", "asset:" + outside, "ok");
        shows(
                "assets/users-unfit",
                found("assets/users-unfit", today, tailored("ast-1.4_scope: [listed-departments]")),
                "asset:" + outside,
                "alarm");
    }

    @Test
    void valuesOfAssets() throws CheckRefused {
        UUID department = department();
        UUID plain = asset(department, "");
        for (String check : List.of(
                "personal-information-rated-low",
                "system-rated-below",
                "integrity-rated-low",
                "availability-rated-low",
                "retention-over",
                "legal-handling")) {
            says("assets/" + check, "asset:" + plain, "skip");
        }
        String unexplained = ", reason = '', answers = '{none}'";
        says(
                "assets/personal-information-rated-low",
                "asset:" + asset(department, "personal_information = 'ordinary'"),
                "ok");
        UUID low = asset(department, "personal_information = 'sensitive'" + unexplained);
        says("assets/personal-information-rated-low", "asset:" + low, "alarm");
        shows(
                "assets/personal-information-rated-low",
                found("assets/personal-information-rated-low", today, tailored("ast-1.1.b_criteria: all")),
                "asset:" + low,
                "skip");
        UUID office = item("information-system", null, 2, "in-use");
        UUID ground = item("information-system", null, 3, "in-use");
        sql.sql("UPDATE estate.item SET sort = 'ground' WHERE id = :id")
                .param("id", ground)
                .update();
        String held = "systems = ARRAY[CAST('%s' AS uuid)]";
        says("assets/system-rated-below", "asset:" + asset(department, held.formatted(office)), "ok");
        says(
                "assets/system-rated-below",
                "asset:" + asset(department, held.formatted(office) + ", confidentiality = 3"),
                "alarm");
        says(
                "assets/integrity-rated-low",
                "asset:" + asset(department, held.formatted(ground) + ", integrity = 2"),
                "ok");
        says("assets/integrity-rated-low", "asset:" + asset(department, held.formatted(ground) + unexplained), "alarm");
        UUID kept = asset(department, "retained_until = '2099-03-31', legal = '{other}', availability = 2");
        says("assets/availability-rated-low", "asset:" + kept, "ok");
        says("assets/retention-over", "asset:" + kept, "ok");
        says(
                "assets/availability-rated-low",
                "asset:" + asset(department, "retained_until = '2099-03-31', legal = '{other}'" + unexplained),
                "alarm");
        says("assets/retention-over", "asset:" + asset(department, "retained_until = '2020-03-31'"), "alarm");
        says(
                "assets/legal-handling",
                "asset:" + asset(department, "legal = '{remote-sensing-act}', confidentiality = 3"),
                "ok");
        says(
                "assets/legal-handling",
                "asset:" + asset(department, "legal = '{remote-sensing-act}'" + unexplained),
                "alarm");
        says(
                "assets/legal-handling",
                "asset:" + asset(department, "legal = '{law-of-the-sea}', confidentiality = 3"),
                "alarm");
    }

    @Test
    void backupPlans() throws CheckRefused {
        UUID ended = plan("nas", "locked-rack", "fine", false, null);
        UUID fine = plan("nas", "locked-rack", "fine", true, null);
        UUID waits = plan("server", "open", "none-yet", true, null);
        UUID missed = plan("portable", "open", "missed", true, null);
        UUID failed = plan("portable", "locked-cabinet", "failed", true, null);
        UUID small = plan("nas", "open", "too-small", true, null);
        for (String check : List.of("run-missed", "run-failed", "run-too-small")) {
            says("backups/" + check, "backup-plan:" + fine, "ok");
            says("backups/" + check, "backup-plan:" + waits, "skip");
            says("backups/" + check, "backup-plan:" + ended, "skip");
        }
        says("backups/run-missed", "backup-plan:" + missed, "alarm");
        says("backups/run-failed", "backup-plan:" + failed, "alarm");
        says("backups/run-too-small", "backup-plan:" + small, "alarm");
        says("backups/portable-not-locked", "backup-plan:" + failed, "ok");
        says("backups/portable-not-locked", "backup-plan:" + missed, "alarm");
        says("backups/portable-not-locked", "backup-plan:" + fine, "skip");
        says("backups/nas-not-in-rack", "backup-plan:" + fine, "ok");
        says("backups/nas-not-in-rack", "backup-plan:" + small, "alarm");
        says("backups/nas-not-in-rack", "backup-plan:" + ended, "skip");
        for (String check : List.of("plan-old", "rhythm-too-slow", "restore-test-old")) {
            says("backups/" + check, "backup-plan:" + fine, "ok");
            says("backups/" + check, "backup-plan:" + ended, "skip");
        }
        Map<String, String> later = found("backups/plan-old", today.plusDays(3), sample());
        shows("backups/plan-old", later, "backup-plan:" + fine, "alarm");
        assertThat(found("backups/plan-old", today.plusDays(3), tailored("ast-4.1_rhythm: P7D"))
                        .get("backup-plan:" + fine))
                .isEqualTo("ok");
        Map<String, String> nextYear = found("backups/restore-test-old", today.plusDays(400), sample());
        shows("backups/restore-test-old", nextYear, "backup-plan:" + fine, "alarm");
        sql.sql("UPDATE backups.plan SET longest_gap = 7 WHERE id = :id")
                .param("id", fine)
                .update();
        says("backups/rhythm-too-slow", "backup-plan:" + fine, "alarm");
        assertThat(found("backups/rhythm-too-slow", today, tailored("ast-4.1_rhythm: P7D"))
                        .get("backup-plan:" + fine))
                .isEqualTo("ok");
    }

    @Test
    void backupTargets() throws CheckRefused {
        sql.sql("INSERT INTO backups.target (id, listed, revision) VALUES ('check-a', true, ''), ('check-b', true, ''),"
                        + " ('check-c', false, '') ON CONFLICT DO NOTHING")
                .update();
        sql.sql("UPDATE backups.plan SET target = 'check-a' WHERE id = :id")
                .param("id", plan("nas", "locked-rack", "fine", true, null))
                .update();
        says("backups/target-without-plan", "backup-target:check-a", "ok");
        says("backups/target-without-plan", "backup-target:check-b", "alarm");
        says("backups/target-without-plan", "backup-target:check-c", "skip");
    }

    @Test
    void cloudBackups() throws CheckRefused {
        UUID approved = plan("cloud", "outside", "fine", true, assessment("approved", today));
        says("backups/cloud-not-approved", "backup-plan:" + approved, "ok");
        assertThat(found("backups/cloud-not-approved", today.plusDays(1), sample())
                        .get("backup-plan:" + approved))
                .as("its last day is over")
                .isEqualTo("alarm");
        UUID asked = plan("cloud", "outside", "fine", true, assessment("asked", today.plusDays(9)));
        says("backups/cloud-not-approved", "backup-plan:" + asked, "alarm");
        says("backups/cloud-not-approved", "backup-plan:" + plan("cloud", "outside", "fine", true, null), "alarm");
        says("backups/cloud-not-approved", "backup-plan:" + plan("nas", "locked-rack", "fine", true, null), "skip");
    }

    @Test
    void processingLog() throws CheckRefused {
        UUID fine = processed("provided", "東の大学", "licence", null);
        UUID lacking = processed("provided", "", "", null);
        UUID corrected = processed("provided", "", "", null);
        processed("provided", "東の大学", "licence", corrected);
        UUID received = processed("received", "", "contract", null);
        for (String check : List.of("processing/basis-missing", "processing/recipient-missing")) {
            says(check, "processing-entry:" + fine, "ok");
            says(check, "processing-entry:" + lacking, "alarm");
            says(check, "processing-entry:" + corrected, "skip");
        }
        says("processing/recipient-missing", "processing-entry:" + received, "skip");
    }

    @Test
    void takeOuts() throws CheckRefused {
        UUID asked = takeOut("asked", 2, true, true, today);
        UUID allowed = takeOut("out", 3, true, true, today);
        UUID unasked = takeOut("out", 2, false, false, today.minusDays(1));
        UUID lost = takeOut("lost", 2, false, true, today);
        says("takeouts/permitted", "take-out:" + asked, "skip");
        says("takeouts/permitted", "take-out:" + allowed, "ok");
        says("takeouts/permitted", "take-out:" + unasked, "alarm");
        says("takeouts/overdue", "take-out:" + asked, "skip");
        says("takeouts/overdue", "take-out:" + allowed, "ok");
        says("takeouts/overdue", "take-out:" + unasked, "alarm");
        says("takeouts/overdue", "take-out:" + lost, "alarm");
        measured("takeouts/notebook-encrypted", "notebook", "encrypted");
        measured("takeouts/phone-locked", "phone", "locked");
        measured("takeouts/medium-erased", "drive", "erased,encrypted");
        measured("takeouts/small-medium-tagged", "small", "tagged");
        measured("takeouts/sent-encrypted", "phone", "sent-encrypted");
    }

    @Test
    void whatALawGovernsIsDealtWithAsTheLawAsks() throws CheckRefused {
        UUID record = asset(person(), "legal = '{remote-sensing-act}'");
        UUID plain = asset(person(), "");
        UUID bare = takeOut("out", 2, false, true, today);
        UUID measured = takeOut("out", 2, false, true, today);
        UUID back = takeOut("returned", 2, false, true, today);
        for (UUID each : List.of(bare, measured, back)) {
            sql.sql(
                            "INSERT INTO takeouts.carried (take_out, asset, medium, level, measures) VALUES (:id, :asset, 'paper', 2, '{}')")
                    .param("id", each)
                    .param("asset", record)
                    .update();
        }
        legal("take-out:" + measured);
        says("takeouts/legal-measure", "take-out:" + bare, "alarm");
        says("takeouts/legal-measure", "take-out:" + measured, "ok");
        says("takeouts/legal-measure", "take-out:" + back, "skip");

        UUID silent = disposal("dispose", "paper", "shred", null, today, false, false);
        UUID told = disposal("dispose", "paper", "shred", null, today, false, false);
        sql.sql(
                        "UPDATE disposals.disposal SET assets = ARRAY[CAST(:plain AS uuid), CAST(:record AS uuid)] WHERE id IN (:silent, :told)")
                .param("plain", plain)
                .param("record", record)
                .param("silent", silent)
                .param("told", told)
                .update();
        legal("disposal:" + told);
        says("disposals/legal-measure", "disposal:" + silent, "alarm");
        says("disposals/legal-measure", "disposal:" + told, "ok");

        UUID copied = plan("nas", "locked-rack", "fine", true, null);
        UUID kept = plan("nas", "locked-rack", "fine", true, null);
        UUID ended = plan("nas", "locked-rack", "fine", false, null);
        for (UUID each : List.of(copied, kept, ended)) {
            asset(person(), "legal = '{remote-sensing-act}', systems = '{" + each + "}'");
        }
        legal("backup-plan:" + kept);
        says("backups/legal-measure", "backup-plan:" + copied, "alarm");
        says("backups/legal-measure", "backup-plan:" + kept, "ok");
        says("backups/legal-measure", "backup-plan:" + ended, "skip");
    }

    private void legal(String subject) {
        sql.sql("""
                INSERT INTO legal.measure (subject, page, laws, measure, stated_by, stated_at)
                VALUES (:subject, '', '{remote-sensing-act}', '試験', 'system:test', now())""").param("subject", subject).update();
    }

    /** A take-out that has left with the measures is fine, without them it is not, and before it leaves it is neither. */
    private void measured(String check, String medium, String measures) throws CheckRefused {
        UUID waits = takeOut("asked", 2, true, true, today);
        UUID fine = takeOut("out", 2, true, true, today);
        UUID bare = takeOut("returned", 2, true, true, today);
        carried(waits, medium, measures);
        carried(fine, medium, measures);
        carried(bare, medium, "watched");
        says(check, "take-out:" + waits, "skip");
        says(check, "take-out:" + fine, "ok");
        says(check, "take-out:" + bare, "alarm");
    }

    private UUID takeOut(String state, int level, boolean network, boolean permitted, LocalDate back) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                INSERT INTO takeouts.take_out
                  (id, taker, department, purpose, destination, leaves_on, returns_on, network, level, state, request, asked_at,
                   revision, out_at)
                VALUES (:id, :id, :id, '', '', :back, :back, :network, :level, :state, CASE WHEN :permitted THEN :id END, now(), '',
                        CASE WHEN :state <> 'asked' THEN now() END)""")
                .param("id", id)
                .param("back", back)
                .param("network", network)
                .param("level", level)
                .param("state", state)
                .param("permitted", permitted)
                .update();
        return id;
    }

    private void carried(UUID takeOut, String medium, String measures) {
        sql.sql("""
                INSERT INTO takeouts.carried (take_out, asset, medium, level, measures)
                VALUES (:id, :id, :medium, 2, string_to_array(:measures, ','))""")
                .param("id", takeOut)
                .param("medium", medium)
                .param("measures", measures)
                .update();
    }

    @Test
    void disposals() throws CheckRefused {
        UUID wasUsed = item("device", null, 2, "retired");
        UUID usedAgain = item("device", null, 2, "in-use");
        UUID shredded = disposal("dispose", "disk", "shred", wasUsed, today, true, true);
        UUID deleted = disposal("dispose", "disk", "os-delete", usedAgain, today.minusDays(40), true, false);
        UUID erased = disposal("reuse", "usb", "erase", null, today, false, false);
        UUID scrap = disposal("reuse", "paper", "as-it-is", null, today, false, false);
        says("disposals/method", "disposal:" + shredded, "ok");
        says("disposals/method", "disposal:" + deleted, "alarm");
        says("disposals/method", "disposal:" + erased, "skip");
        says("disposals/certificate", "disposal:" + shredded, "ok");
        says("disposals/certificate", "disposal:" + deleted, "alarm");
        says("disposals/certificate", "disposal:" + erased, "skip");
        says("disposals/reuse-method", "disposal:" + erased, "ok");
        says("disposals/reuse-method", "disposal:" + scrap, "alarm");
        says("disposals/reuse-method", "disposal:" + shredded, "skip");
        says("disposals/reappeared", "device:" + wasUsed, "ok");
        says("disposals/reappeared", "device:" + usedAgain, "alarm");
    }

    private UUID disposal(
            String act,
            String medium,
            String method,
            @Nullable UUID device,
            LocalDate day,
            boolean byProvider,
            boolean certificate) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                INSERT INTO disposals.disposal
                  (id, act, medium, method, serial, known_by, device, assets, level, done_on, done_by, provider, note, certificate,
                   entered_at, revision)
                VALUES (:id, :act, :medium, :method, '', '', :device, '{}', 2, :day, :id, :provider, '', :certificate, now(), '')""")
                .param("id", id)
                .param("act", act)
                .param("medium", medium)
                .param("method", method)
                .param("device", device)
                .param("day", day)
                .param("provider", byProvider ? "業者" : "")
                .param("certificate", certificate)
                .update();
        return id;
    }

    private UUID processed(String deed, String recipient, String basis, @Nullable UUID corrects) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                INSERT INTO processing.entry
                  (id, day, record, handler, sensor, resolution, deed, words, recipient, basis, basis_note, corrects,
                   entered_at, entered_by, searched, bigrams)
                VALUES (:id, :today, '', :id, 'optical', '', :deed, '', :recipient, :basis, '', :corrects, now(), '', '', '{}')""")
                .param("id", id)
                .param("today", today)
                .param("deed", deed)
                .param("recipient", recipient)
                .param("basis", basis)
                .param("corrects", corrects, java.sql.Types.OTHER)
                .update();
        return id;
    }

    private UUID plan(String destination, String kept, String standing, boolean inUse, @Nullable UUID assessment) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                INSERT INTO backups.plan
                  (id, code, name, target, equipment, object, method, destination, kept, assessment, encrypted, rule, begins, at,
                   on_days_off, grace_hours, longest_gap, least_bytes, shrink, responsible, in_use, note, standing, since,
                   last_good_at, watched_from, looked_up_to, searched, bigrams, changed_at)
                VALUES (:id, :code, '', '', :id, '', '', :destination, :kept, :assessment, false, 'FREQ=DAILY', :today, '02:00',
                   true, 6, 1, 0, 100, :person, :inUse, '', :standing, now(), :today, now(), now(), '', '{}', now())""")
                .param("id", id)
                .param("code", id.toString())
                .param("destination", destination)
                .param("kept", kept)
                .param("assessment", assessment, java.sql.Types.OTHER)
                .param("today", today)
                .param("person", person())
                .param("inUse", inUse)
                .param("standing", standing)
                .update();
        return id;
    }

    private UUID assessment(String state, LocalDate ends) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                INSERT INTO cloud.assessment
                  (id, service, provider, purpose, terms_fit, terms_note, policy_fit, policy_note, measures_fit, measures_note,
                   country, prefecture, region, apart, ends_on, state, changed_by, changed_at)
                VALUES (:id, '', :id, '', true, '', true, '', true, '', 'JP', '27', '', '', :ends, :state, '', now())""").param("id", id).param("ends", ends).param("state", state).update();
        return id;
    }

    private void says(String check, String subject, String status) throws CheckRefused {
        shows(check, found(check, today, sample()), subject, status);
    }

    private static void shows(String check, Map<String, String> found, String subject, String status) {
        assertThat(found.get(subject)).as(check + " of " + subject).isEqualTo(status);
        SHOWN.add(check + " " + status);
    }

    private Map<String, String> found(String name, LocalDate day, Revision revision) throws CheckRefused {
        CheckFile file = CheckFile.read(
                name,
                false,
                java.util.Objects.requireNonNull(CheckFiles.shipped().get(name)));
        Checking check = new Checking(0, file, Probe.of(file, logIn), Values.types(file.select()));
        return trial.rows(check, revision, day).stream()
                .collect(Collectors.toMap(CheckTrial.Row::subject, CheckTrial.Row::status));
    }

    private static Revision sample() {
        return revision("tailoring: 1\n");
    }

    private static Revision tailored(String... values) {
        return revision(CompleteTailoring.text(values));
    }

    private static Revision revision(String tailoring) {
        return new Revision(
                1,
                Instant.EPOCH,
                "",
                Regulation.resolve(CatalogJson.shipped(), TailoringReader.read("tailoring.yaml", tailoring)));
    }

    private UUID person() {
        return TestPeople.entered(people, "点検", "太郎").id().value();
    }

    private void leaves(UUID person, LocalDate day) {
        sql.sql("UPDATE organization.person SET leaves_on = :day WHERE id = :id")
                .param("day", day)
                .param("id", person)
                .update();
    }

    private UUID department() {
        return ((DepartmentRegister.Outcome.Done) departments.open(
                        Department.called("点検部" + UUID.randomUUID(), "", 1, null), Actor.system("test")))
                .department()
                .id()
                .value();
    }

    private void head(UUID department, UUID head) {
        sql.sql("UPDATE organization.department SET head = :head WHERE id = :id")
                .param("head", head)
                .param("id", department)
                .update();
    }

    /** Posts are for other tests to fill. */
    @AfterEach
    void vacates() {
        appointed.forEach(id -> sql.sql("DELETE FROM posts.appointment WHERE id = :id")
                .param("id", id)
                .update());
    }

    private void appoint(String post, UUID holder, @Nullable UUID deputy) {
        UUID id = UUID.randomUUID();
        appointed.add(id);
        sql.sql(
                        "INSERT INTO posts.appointment (id, post, holder, deputy, starts_on) VALUES (:id, :post, :holder, :deputy, :day)")
                .param("id", id)
                .param("post", post)
                .param("holder", holder)
                .param("deputy", deputy, java.sql.Types.OTHER)
                .param("day", today)
                .update();
    }

    private UUID account(boolean privileged, LocalDate changed) {
        UUID person = person();
        sql.sql(
                        "INSERT INTO identity.password (person, hash, changed_at, privileged) VALUES (:person, '', :day, :privileged)")
                .param("person", person)
                .param("day", changed)
                .param("privileged", privileged)
                .update();
        return person;
    }

    private void grant(UUID person, String permission, LocalDate from, @Nullable LocalDate until) {
        sql.sql("""
                INSERT INTO grants.named_grant (id, person, permission, starts_on, ends_on, reason, granted_by, granted_at)
                VALUES (:id, :person, :permission, :from, :until, '', 'system:test', now())""")
                .param("id", UUID.randomUUID())
                .param("person", person)
                .param("permission", permission)
                .param("from", from)
                .param("until", until, java.sql.Types.DATE)
                .update();
    }

    private UUID backup(String state) {
        UUID id = UUID.randomUUID();
        sql.sql(
                        "INSERT INTO exchange.backup (id, begun_at, begun_by, state, file) VALUES (:id, now(), 'system:test', :state, '')")
                .param("id", id)
                .param("state", state)
                .update();
        return id;
    }

    private UUID item(String noun, @Nullable UUID owner, int level, String state) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                INSERT INTO estate.item (id, noun, number, name, sort, owner, level, state, searched, bigrams, changed_at)
                VALUES (:id, :noun, :number, :number, :sort, :owner, :level, :state, '', '{}', now())""")
                .param("id", id)
                .param("noun", noun)
                .param("number", id.toString())
                .param("sort", noun.equals("device") ? "notebook" : "office")
                .param("owner", owner, java.sql.Types.OTHER)
                .param("level", level)
                .param("state", state)
                .update();
        return id;
    }

    /** An internal asset that wants nothing, but for what is set otherwise. */
    private UUID asset(UUID department, String set) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                INSERT INTO assets.asset
                  (id, code, name, department, medium, personal_information, confidentiality, integrity, availability, importance,
                   reason, marking, registered_on, state, searched, bigrams, changed_at)
                VALUES (:id, :code, '点検', :department, 'server', 'none', 2, 1, 1, 2, '試験', 'folder', :day, 'in-use', '', '{}', now())""")
                .param("id", id)
                .param("code", id.toString())
                .param("department", department)
                .param("day", today)
                .update();
        if (!set.isEmpty()) {
            sql.sql("UPDATE assets.asset SET " + set + " WHERE id = :id")
                    .param("id", id)
                    .update();
        }
        return id;
    }

    private void round(UUID department) {
        sql.sql("""
                INSERT INTO assets.round (id, department, opened_at, opened_by, closed_at)
                VALUES (:id, :department, now(), 'system:test', now())""")
                .param("id", UUID.randomUUID())
                .param("department", department)
                .update();
    }

    private void closes(UUID department) {
        sql.sql("UPDATE organization.department SET closed_on = :day WHERE id = :id")
                .param("day", today.minusDays(1))
                .param("id", department)
                .update();
    }
}
