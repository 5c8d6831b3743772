package org.hoshimori.chapters.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Visitor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.rest.Program;
import org.hoshimori.core.tokens.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The API tells of assets what the list tells, to the same. */
@ApplicationTest
class AssetsApiTests {

    private static final String NAME = "彗星計画";

    private final MockMvcTester pages;
    private final Assets assets;
    private final DepartmentRegister departments;
    private final PeopleRegister people;
    private final Accounts accounts;
    private final TestTokens tokens;

    AssetsApiTests(
            @Autowired MockMvcTester pages,
            @Autowired Assets assets,
            @Autowired DepartmentRegister departments,
            @Autowired PeopleRegister people,
            @Autowired Accounts accounts,
            @Autowired TestTokens tokens) {
        this.pages = pages;
        this.assets = assets;
        this.departments = departments;
        this.people = people;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    private Program memberOf(Department department) {
        Person person = TestAssets.memberOf(department, people);
        accounts.open(person, Visitor.PASSWORD, EnumSet.noneOf(Permission.class), TestAssets.TEST);
        return new Program(pages, tokens.of(person, "assets:read"));
    }

    @Test
    void tellsATopSecretNameToItsDepartmentAndNobodyElse() {
        Department own = TestAssets.department(departments, "彗星室");
        Asset secret = TestAssets.entered(assets, NAME + own.id(), own.id(), 3);
        Program insider = memberOf(own);
        Program outsider = memberOf(TestAssets.department(departments, "別室"));
        Program auditor = new Program(pages, tokens.of(List.of(Permission.RECORD), "assets:read"));

        String one = "/api/v1/assets/" + secret.id();
        assertThat(Program.json(insider.get(one)).get("assetName").asString()).startsWith(NAME);
        assertThat(Program.json(auditor.get(one)).get("assetName").asString()).startsWith(NAME);
        assertThat(outsider.get(one)).hasStatus(HttpStatus.NOT_FOUND);

        for (String list : List.of(
                "/api/v1/assets?q=" + NAME,
                "/api/v1/assets?department=" + own.id(),
                "/api/v1/assets?confidentiality=3&order=name")) {
            MvcTestResult told = outsider.get(list);
            assertThat(told).hasStatusOk();
            assertThat(new String(told.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                    .doesNotContain(NAME)
                    .doesNotContain(secret.code())
                    .doesNotContain(secret.id().toString());
        }
        assertThat(Program.json(outsider.get("/api/v1/assets?q=" + NAME))
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(Program.json(insider.get("/api/v1/assets?q=" + own.id()))
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }
}
