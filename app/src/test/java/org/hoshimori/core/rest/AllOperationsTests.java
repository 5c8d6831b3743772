package org.hoshimori.core.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.core.rest.ResourceApiTests.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.tokens.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every operation that is described: as nobody, out of scope, without the permission, and as the rightful one. */
@ApplicationTest
class AllOperationsTests {

    private static final List<String> FORGED =
            List.of("", "zz", "-1", "0", "99999999999999999999", "\u0000", "2026-02-30", "%", "'\"<>", "💣");

    /** A member of any text that is all that must be sent. */
    private static final Set<String> ENOUGH = Set.of("drafts name");

    private final MockMvcTester pages;
    private final Resources resources;
    private final TestTokens tokens;
    private final JdbcClient sql;
    private final Person everything;
    private final Person nothing;

    AllOperationsTests(
            @Autowired MockMvcTester pages,
            @Autowired Resources resources,
            @Autowired TestTokens tokens,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.resources = resources;
        this.tokens = tokens;
        this.sql = sql;
        this.everything = tokens.person(Permission.values());
        this.nothing = tokens.person();
    }

    /** An operation with an address that means nothing in particular. */
    private record Operation(
            Resource<?> resource, HttpMethod method, String uri, boolean writes, Set<String> permissions) {
        String scope() {
            return resource.scope() + (writes ? ":write" : ":read");
        }

        String otherScope() {
            return writes ? resource.scope() + ":read" : "scim:write";
        }
    }

    private List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        for (Resource<?> r : resources.all()) {
            String path = "/api/v1/" + r.code();
            String one = path + "/" + new UUID(7, 7);
            all.add(new Operation(r, HttpMethod.GET, path, false, r.readers()));
            all.add(new Operation(r, HttpMethod.GET, one, false, r.readers()));
            for (Act<?> act : r.acts()) {
                all.add(
                        switch (act.kind()) {
                            case ENTER -> new Operation(r, HttpMethod.POST, path, true, act.doers());
                            case REPLACE -> new Operation(r, HttpMethod.PUT, one, true, act.doers());
                            case DO -> new Operation(r, HttpMethod.POST, one + "/" + act.name(), true, act.doers());
                        });
            }
        }
        return all;
    }

    private static String body(Operation operation) {
        return operation.writes() ? "{}" : null;
    }

    @BeforeEach
    void nothingCounted() {
        sql.sql("DELETE FROM tokens.calls").update();
    }

    @Test
    void areManyAndOfEveryRoom() {
        assertThat(resources.all().stream().map(Resource::code))
                .contains(
                        "people",
                        "departments",
                        "posts",
                        "accounts",
                        "systems",
                        "sites",
                        "devices",
                        "parties",
                        "terminals",
                        "appointments",
                        "absences",
                        "drafts",
                        "mail-reports",
                        "log-reviews",
                        "log-hits",
                        "log-sources",
                        "log-verifications",
                        "assets",
                        "take-outs",
                        "disposals",
                        "backup-plans",
                        "backup-runs",
                        "approvals",
                        "duties",
                        "findings",
                        "corrective-actions",
                        "clauses",
                        "parameters",
                        "revisions",
                        "record");
    }

    @Test
    void letNobodyIn() {
        Program nobody = new Program(pages, "");
        for (Operation o : operations()) {
            MvcTestResult answer = nobody.call(o.method(), o.uri(), body(o));
            problem(answer, HttpStatus.UNAUTHORIZED, "token-needed");
            assertThat(answer.getResponse().getHeader("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @Test
    void holdATokenToItsScope() {
        for (Operation o : operations()) {
            Program program = new Program(pages, tokens.of(everything, o.otherScope()));
            problem(program.call(o.method(), o.uri(), body(o)), HttpStatus.FORBIDDEN, "scope");
        }
    }

    @Test
    void holdAPersonToWhatHeMayDo() {
        for (Operation o : operations()) {
            Program program = new Program(pages, tokens.of(nothing, o.scope()));
            MvcTestResult answer = program.call(o.method(), o.uri(), body(o));
            if (o.permissions().isEmpty()) {
                assertThat(answer.getResponse().getStatus()).as(o.uri()).isNotIn(401, 403, 500);
            } else {
                problem(answer, HttpStatus.FORBIDDEN, "permission");
            }
        }
    }

    @Test
    void answerTheRightfulOne() {
        for (Operation o : operations()) {
            Program program = new Program(pages, tokens.of(everything, o.scope()));
            MvcTestResult answer = program.call(o.method(), o.uri(), body(o));
            int status = answer.getResponse().getStatus();
            assertThat(status)
                    .as(o.method() + " " + o.uri())
                    .isIn(o.writes() ? List.of(404, 422) : o.uri().endsWith("07") ? List.of(404) : List.of(200));
        }
    }

    @Test
    void tellEachOneOfAListAgain() {
        for (Resource<?> r : resources.all()) {
            Program program = new Program(pages, tokens.of(everything, r.scope() + ":read"));
            var items = Program.json(program.get("/api/v1/" + r.code())).get("items");
            if (!items.isEmpty()) {
                var first = items.get(0);
                String id = (first.has("id")
                                ? first.get("id")
                                : first.has("code")
                                        ? first.get("code")
                                        : first.has("number") ? first.get("number") : first.get("sequence"))
                        .asString();
                assertThat(program.get("/api/v1/" + r.code() + "/" + id))
                        .as(r.code())
                        .hasStatusOk();
            }
        }
    }

    @Test
    void refuseForgedFiltersAndMembersAndBreakNothing() {
        for (Resource<?> r : resources.all()) {
            Program program = new Program(
                    pages, tokens.of(everything, r.scope() + (r.acts().isEmpty() ? ":read" : ":write")));
            for (Filter filter : r.filters()) {
                for (String forged : FORGED) {
                    MvcTestResult answer = pages.get()
                            .uri("/api/v1/" + r.code())
                            .param(filter.name(), forged)
                            .header("Authorization", "Bearer " + program.token())
                            .exchange();
                    assertThat(answer.getResponse().getStatus())
                            .as(r.code() + "?" + filter.name() + "=" + forged)
                            .isLessThan(500);
                }
            }
            for (Act<?> act : r.acts()) {
                String uri = "/api/v1/" + r.code() + (act.kind() == Act.Kind.ENTER ? "" : "/" + new UUID(7, 7))
                        + (act.kind() == Act.Kind.DO ? "/" + act.name() : "");
                HttpMethod method = act.kind() == Act.Kind.REPLACE ? HttpMethod.PUT : HttpMethod.POST;
                for (var component : act.form().getRecordComponents()) {
                    if (ENOUGH.contains(r.code() + " " + component.getName())) {
                        continue;
                    }
                    for (String value : List.of("\"zz\"", "-1", "true", "null", "[]", "[\"zz\"]", "{}", "1e400")) {
                        MvcTestResult answer =
                                program.call(method, uri, "{\"" + component.getName() + "\":" + value + "}");
                        assertThat(answer.getResponse().getStatus())
                                .as(method + " " + uri + " " + component.getName() + "=" + value)
                                .isBetween(400, 499);
                    }
                }
            }
            sql.sql("DELETE FROM tokens.calls").update();
        }
    }
}
