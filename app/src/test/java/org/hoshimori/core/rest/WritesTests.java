package org.hoshimori.core.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.core.rest.ResourceApiTests.problem;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.estate.Noun;
import org.hoshimori.core.estate.TestEstate;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.TestPeople;
import org.hoshimori.core.terminals.TestCertificates;
import org.hoshimori.core.tokens.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** What programs write: by the same front doors as pages, with tags, and on record. */
@ApplicationTest
class WritesTests {

    private static final Actor TEST = Actor.system("test");

    private final MockMvcTester pages;
    private final TestTokens tokens;
    private final PeopleRegister people;
    private final DepartmentRegister departments;
    private final Estate estate;
    private final JdbcClient sql;
    private final Person keeper;
    private final Person nobody;

    WritesTests(
            @Autowired MockMvcTester pages,
            @Autowired TestTokens tokens,
            @Autowired PeopleRegister people,
            @Autowired DepartmentRegister departments,
            @Autowired Estate estate,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.tokens = tokens;
        this.people = people;
        this.departments = departments;
        this.estate = estate;
        this.sql = sql;
        this.keeper = tokens.person(Permission.values());
        this.nobody = tokens.person();
    }

    @BeforeEach
    void nothingCounted() {
        sql.sql("DELETE FROM tokens.calls").update();
    }

    private Program keeper(String room) {
        return new Program(pages, tokens.of(keeper, room + ":write"));
    }

    private Program nobody(String room) {
        return new Program(pages, tokens.of(nobody, room + ":write"));
    }

    private static String tag(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("ETag"));
    }

    private static String id(MvcTestResult answer) {
        assertThat(answer).hasStatus(HttpStatus.CREATED);
        return Program.json(answer).get("id").asString();
    }

    private static String body(Object... namesAndValues) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            json.append(i == 0 ? "" : ",").append('"').append(namesAndValues[i]).append("\":");
            json.append(
                    value instanceof String text
                            ? "\""
                                    + text.replace("\\", "\\\\")
                                            .replace("\"", "\\\"")
                                            .replace("\r", "\\r")
                                            .replace("\n", "\\n")
                                    + "\""
                            : value);
        }
        return json.append('}').toString();
    }

    private void replaced(Program program, String one, String body, String member, String value) {
        problem(program.put(one, body), HttpStatus.PRECONDITION_REQUIRED, "if-match");
        String tag = tag(program.get(one));
        MvcTestResult changed = program.put(one, body, "If-Match", tag);
        assertThat(changed).hasStatusOk();
        assertThat(Program.json(changed).get(member).asString()).isEqualTo(value);
        problem(program.put(one, body, "If-Match", tag), HttpStatus.PRECONDITION_FAILED, "changed");
    }

    private long acts(String subject, String act) {
        return sql.sql("SELECT count(*) FROM evidence.entry WHERE subject = :subject AND act = :act")
                .param("subject", subject)
                .param("act", act)
                .query(Long.class)
                .single();
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo")).toString();
    }

    @Test
    void assetsAreEnteredChangedRatedAndSaidToBeGone() {
        Department department = ((DepartmentRegister.Outcome.Done)
                        departments.open(Department.called("書込 " + UUID.randomUUID(), "", 900, null), TEST))
                .department();
        Program program = keeper("assets");
        String entry = body(
                "assetName",
                "軌道の表",
                "managingDepartment",
                department.id().toString(),
                "medium",
                "server",
                "personal",
                "none",
                "marking",
                "folder");
        String key = UUID.randomUUID().toString();
        String id = id(program.post("/api/v1/assets", entry, "Idempotency-Key", key));
        assertThat(id(program.post("/api/v1/assets", entry, "Idempotency-Key", key)))
                .isEqualTo(id);
        String one = "/api/v1/assets/" + id;
        replaced(program, one, entry.replace("軌道の表", "軌道の新しい表"), "assetName", "軌道の新しい表");
        assertThat(program.post(
                        one + "/rate",
                        body("confidentiality", "3", "integrity", "2", "availability", "2", "ratingReason", "試験")))
                .hasStatusOk();
        assertThat(Program.json(program.get(one)).get("confidentiality").asInt())
                .isEqualTo(3);
        problem(program.post(one + "/rate", body("confidentiality", "9")), HttpStatus.UNPROCESSABLE_CONTENT, "invalid");
        assertThat(nobody("assets").get(one)).hasStatus(HttpStatus.NOT_FOUND);
        problem(nobody("assets").post("/api/v1/assets", entry), HttpStatus.UNPROCESSABLE_CONTENT, "invalid");
        assertThat(program.post(one + "/gone", body("reason", "廃棄した"))).hasStatusOk();
        assertThat(acts("asset:" + id, "asset.gone/1")).isEqualTo(1);
    }

    @Test
    void whoMayUseAnAssetOnlyReadsIt() {
        Program program = keeper("assets");
        Department department = ((DepartmentRegister.Outcome.Done)
                        departments.open(Department.called("共用 " + UUID.randomUUID(), "", 900, null), TEST))
                .department();
        String entry = body(
                "assetName",
                "みんなの表",
                "managingDepartment",
                department.id().toString(),
                "medium",
                "server",
                "personal",
                "none",
                "marking",
                "folder",
                "everybody",
                true);
        String one = "/api/v1/assets/" + id(program.post("/api/v1/assets", entry));
        Program reader = nobody("assets");
        MvcTestResult read = reader.get(one);
        assertThat(read).hasStatusOk();
        problem(reader.put(one, entry, "If-Match", tag(read)), HttpStatus.FORBIDDEN, "permission");
        problem(reader.post(one + "/gone", body("reason", "x")), HttpStatus.FORBIDDEN, "permission");
    }

    @Test
    void disposalsAreEnteredByPeople() {
        Program program = nobody("disposals");
        String entry =
                body("act", "dispose", "mediumKind", "paper", "treatment", "dissolve", "level", "1", "doneOn", today());
        String id = id(program.post("/api/v1/disposals", entry));
        assertThat(acts("disposal:" + id, "medium.disposed/1")).isEqualTo(1);
        problem(
                program.post("/api/v1/disposals", entry.replace("dissolve", "magic")),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid");
    }

    @Test
    void backupPlansAreEnteredAndChanged() {
        Program program = keeper("backups");
        Item system = TestEstate.entered(estate, Noun.SYSTEM, "計算機", null);
        String code = "P" + UUID.randomUUID().toString().substring(0, 8);
        String entry = body(
                "planCode",
                code,
                "planName",
                "夜間",
                "equipment",
                system.number(),
                "object",
                "全部",
                "method",
                "rsync",
                "destination",
                "nas",
                "kept",
                "locked-rack",
                "every",
                "daily",
                "weekday",
                "MO",
                "monthDay",
                1,
                "begins",
                "2026-04-01",
                "at",
                "02:00",
                "graceHours",
                6,
                "shrink",
                50,
                "responsible",
                keeper.id().toString(),
                "inUse",
                "true");
        String one = "/api/v1/backup-plans/" + id(program.post("/api/v1/backup-plans", entry));
        replaced(program, one, entry.replace("夜間", "毎夜"), "name", "毎夜");
        problem(nobody("backups").post("/api/v1/backup-plans", entry), HttpStatus.FORBIDDEN, "permission");
    }

    @Test
    void draftsAreBegunWrittenAndGivenUp() {
        Program program = keeper("regulation");
        String id = id(program.post("/api/v1/drafts", body("name", "来年の規程")));
        String one = "/api/v1/drafts/" + id;
        JsonNode told = Program.json(program.get(one));
        String tailoring = told.get("tailoring").asString();
        replaced(
                program,
                one,
                body("name", "再来年の規程", "note", "試験", "tailoring", tailoring + "\n# 試験\n"),
                "name",
                "再来年の規程");
        assertThat(Program.json(program.get(one)).get("tailoring").asString()).endsWith("# 試験\n");
        String tag = tag(program.get(one));
        problem(
                program.put(one, body("name", "x", "tailoring", "values: [1"), "If-Match", tag),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid");
        problem(program.post(one + "/ask", "{}"), HttpStatus.UNPROCESSABLE_CONTENT, "invalid");
        assertThat(program.post(one + "/discard", "{}")).hasStatusOk();
        assertThat(Program.json(program.get(one)).get("state").asString()).isEqualTo("discarded");
        problem(nobody("regulation").get(one), HttpStatus.FORBIDDEN, "permission");
    }

    @Test
    void appointmentsAreEndedAndAbsencesEnteredAndTakenBack() {
        Program program = keeper("organization");
        Person deputy = TestPeople.entered(people, "代", "理");
        MvcTestResult appointed = program.post(
                "/api/v1/posts/director/appoint", body("holder", keeper.id().toString(), "startsOn", "2026-04-01"));
        assertThat(appointed).hasStatusOk();
        String appointment = sql.sql("SELECT id::text FROM posts.appointment WHERE holder = :holder")
                .param("holder", keeper.id().value())
                .query(String.class)
                .single();
        replaced(
                program,
                "/api/v1/appointments/" + appointment,
                body("deputy", deputy.id().toString(), "endsOn", "2049-03-31"),
                "endsOn",
                "2049-03-31");
        String absence = id(program.post(
                "/api/v1/absences",
                body("deputy", deputy.id().toString(), "from", "2049-01-10", "until", "2049-01-12")));
        assertThat(nobody("organization").get("/api/v1/absences/" + absence)).hasStatus(HttpStatus.NOT_FOUND);
        problem(
                nobody("organization")
                        .post(
                                "/api/v1/absences",
                                body(
                                        "person",
                                        keeper.id().toString(),
                                        "deputy",
                                        deputy.id().toString(),
                                        "from",
                                        "2049-02-10",
                                        "until",
                                        "2049-02-12")),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid");
        String cancel = "/api/v1/absences/" + absence + "/cancel";
        assertThat(nobody("organization").post(cancel, body())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(Program.json(program.post(cancel, body())).get("id").asString())
                .as("what is gone is told as it was")
                .isEqualTo(absence);
        assertThat(program.get("/api/v1/absences/" + absence)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void mailIsReportedAndSettled() {
        String mail = Base64.getEncoder()
                .encodeToString(("From: a@example.com\r\nTo: b@example.jp\r\nSubject: 請求書\r\n\r\nhello\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        String id = id(nobody("mail").post("/api/v1/mail-reports", body("mail", mail, "words", "開いていない")));
        String one = "/api/v1/mail-reports/" + id;
        assertThat(Program.json(nobody("mail").get(one)).get("sender").asString())
                .contains("a@example.com");
        assertThat(new Program(pages, tokens.of(tokens.person(), "mail:read")).get(one))
                .hasStatus(HttpStatus.NOT_FOUND);
        problem(
                nobody("mail").post(one + "/settle", body("as", "harmless", "warn", false)),
                HttpStatus.FORBIDDEN,
                "permission");
        assertThat(keeper("mail").post(one + "/settle", body("as", "harmless", "answer", "問題なし", "warn", false)))
                .hasStatusOk();
        problem(
                keeper("mail").post(one + "/settle", body("as", "harmful", "warn", false)),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid");
        problem(
                nobody("mail").post("/api/v1/mail-reports", body("mail", "zz")),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid");
    }

    @Test
    void terminalsAreEnteredAndRevoked() {
        Program program = keeper("terminals");
        Item device = TestEstate.entered(estate, Noun.DEVICE, "端末", null);
        String entry = body("terminalNumber", device.number(), "certificate", TestCertificates.client(device.number()));
        String one = "/api/v1/terminals/" + id(program.post("/api/v1/terminals", entry));
        assertThat(Program.json(program.get(one)).get("state").asString()).isEqualTo("valid");
        problem(program.post("/api/v1/terminals", entry), HttpStatus.UNPROCESSABLE_CONTENT, "invalid");
        assertThat(program.post(one + "/revoke", body("revocationReason", "紛失")))
                .hasStatusOk();
        assertThat(Program.json(program.get(one)).get("state").asString()).isEqualTo("revoked");
        problem(
                program.post(one + "/revoke", body("revocationReason", "紛失")),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid");
    }
}
