package org.hoshimori.core.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.Accounts;
import org.hoshimori.core.identity.Permissions;
import org.hoshimori.core.organization.PeopleRegister;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.rest.Program;
import org.hoshimori.core.tokens.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class ScimTests {

    private final MockMvcTester pages;
    private final TestTokens tokens;
    private final PeopleRegister people;
    private final Accounts accounts;
    private final Permissions permissions;
    private final JdbcClient sql;
    private Program provider;
    private String number = "";

    ScimTests(
            @Autowired MockMvcTester pages,
            @Autowired TestTokens tokens,
            @Autowired PeopleRegister people,
            @Autowired Accounts accounts,
            @Autowired Permissions permissions,
            @Autowired JdbcClient sql) {
        this.pages = pages;
        this.tokens = tokens;
        this.people = people;
        this.accounts = accounts;
        this.permissions = permissions;
        this.sql = sql;
        this.provider = new Program(pages, "");
    }

    @BeforeEach
    void aProvider() {
        sql.sql("DELETE FROM tokens.calls").update();
        provider = new Program(pages, tokens.of(List.of(Permission.PEOPLE), "scim:write"));
        number = UUID.randomUUID().toString();
    }

    private String user(String more) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"externalId":"ext-%1$s","userName":"%1$s@example.jp",
                 "name":{"familyName":"供給","givenName":"元"},"emails":[{"value":"%1$s@example.jp","type":"work","primary":true}],
                 "active":true,"roles":[{"value":"admin"}],"entitlements":[{"value":"accounts"}],
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"%1$s"}%2$s}""".formatted(number, more);
    }

    private Person entered() {
        MvcTestResult answer = provider.post("/scim/v2/Users", user(""));
        assertThat(answer).hasStatus(HttpStatus.CREATED).hasContentType("application/scim+json");
        return person(answer);
    }

    private Person person(MvcTestResult answer) {
        return people.find(PersonId.of(Program.json(answer).get("id").asString()))
                .orElseThrow();
    }

    private List<String> acts(Person person) {
        return sql.sql("SELECT act FROM evidence.entry WHERE subject = :subject ORDER BY sequence")
                .param("subject", "person:" + person.id())
                .query(String.class)
                .list();
    }

    @Test
    void entersAPersonAndNothingMore() {
        Person person = entered();
        assertThat(person.staffNumber()).isEqualTo(number);
        assertThat(person.name().full()).isEqualTo("供給 元");
        assertThat(acts(person)).containsExactly("person.joined/1");
        assertThat(accounts.has(person.id())).isFalse();
        assertThat(permissions.of(person.id())).isEmpty();
    }

    @Test
    void refusesWhoIsThereAlready() {
        entered();
        error(provider.post("/scim/v2/Users", user("")), HttpStatus.CONFLICT, "uniqueness");
    }

    @Test
    void findsByUserNameAndExternalId() {
        Person person = entered();
        for (String filter :
                List.of("userName eq \"" + number + "@example.jp\"", "externalId eq \"ext-" + number + "\"")) {
            JsonNode list = Program.json(pages.get()
                    .uri("/scim/v2/Users")
                    .param("filter", filter)
                    .header("Authorization", "Bearer " + provider.token())
                    .exchange());
            assertThat(list.get("totalResults").asInt()).isEqualTo(1);
            assertThat(list.at("/Resources/0/id").asString())
                    .isEqualTo(person.id().toString());
        }
        MvcTestResult other = pages.get()
                .uri("/scim/v2/Users")
                .param("filter", "name.familyName co \"x\"")
                .header("Authorization", "Bearer " + provider.token())
                .exchange();
        error(other, HttpStatus.BAD_REQUEST, "invalidFilter");
        JsonNode page = Program.json(provider.get("/scim/v2/Users?startIndex=1&count=1"));
        assertThat(page.get("itemsPerPage").asInt()).isEqualTo(1);
        assertThat(page.get("totalResults").asInt()).isPositive();
    }

    @Test
    void replacesWhatIsSaid() {
        Person person = entered();
        MvcTestResult answer =
                provider.put("/scim/v2/Users/" + person.id(), user("").replace("供給", "改姓"), "If-Match", "W/\"0\"");
        assertThat(answer).hasStatusOk();
        assertThat(person(answer).name().family()).isEqualTo("改姓");
        assertThat(acts(person)).containsExactly("person.joined/1", "person.changed/1");
        error(
                provider.put("/scim/v2/Users/" + person.id(), user(""), "If-Match", "W/\"0\""),
                HttpStatus.PRECONDITION_FAILED,
                "");
    }

    @Test
    void letsPeopleLeaveAndComeBack() {
        Person person = entered();
        String today = java.time.LocalDate.now().toString();
        sql.sql("UPDATE organization.person SET joined_on = joined_on - 30 WHERE id = :id")
                .param("id", person.id().value())
                .update();
        for (String off : List.of(
                "{\"Operations\":[{\"op\":\"replace\",\"path\":\"active\",\"value\":false}]}",
                "{\"Operations\":[{\"op\":\"Replace\",\"value\":{\"active\":\"False\"}}]}")) {
            MvcTestResult gone = provider.call(HttpMethod.PATCH, "/scim/v2/Users/" + person.id(), off);
            assertThat(gone).hasStatusOk();
            assertThat(Program.json(gone).get("active").asBoolean()).isFalse();
            assertThat(person(gone).worksOn(java.time.LocalDate.parse(today))).isFalse();
            MvcTestResult back = provider.call(
                    HttpMethod.PATCH,
                    "/scim/v2/Users/" + person.id(),
                    "{\"Operations\":[{\"op\":\"replace\",\"path\":\"active\",\"value\":true}]}");
            assertThat(Program.json(back).get("active").asBoolean()).isTrue();
        }
        assertThat(acts(person)).contains("person.leaving/1", "person.staying/1");
    }

    @Test
    void readsPathsOfProviders() {
        Person person = entered();
        MvcTestResult answer = provider.call(
                HttpMethod.PATCH, "/scim/v2/Users/" + person.id(), """
                {"Operations":[{"op":"replace","path":"name.familyName","value":"経路"},
                 {"op":"add","path":"emails[type eq \\"work\\"].value","value":"new-%1$s@example.jp"},
                 {"op":"replace","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber","value":"N%2$s"}]}""".formatted(number, number.substring(0, 20)));
        assertThat(answer).hasStatusOk();
        Person after = person(answer);
        assertThat(after.name().family()).isEqualTo("経路");
        assertThat(after.mail()).isEqualTo("new-" + number + "@example.jp");
        assertThat(after.staffNumber()).isEqualTo("N" + number.substring(0, 20));
    }

    @Test
    void refusesWhatCantBe() {
        for (String bad : List.of(
                "[]",
                "nothing",
                "{}",
                "{\"userName\":\"x\",\"name\":{\"familyName\":\"a\"},\"externalId\":\"1\"}",
                "{\"userName\":\"a@b.jp\",\"externalId\":\"1\"}",
                "{\"userName\":\"a@b.jp\",\"name\":{\"familyName\":\"a\\u0000\"},\"externalId\":\"1\"}")) {
            assertThat(provider.post("/scim/v2/Users", bad).getResponse().getStatus())
                    .as(bad)
                    .isEqualTo(400);
        }
        error(provider.get("/scim/v2/Users/" + UUID.randomUUID()), HttpStatus.NOT_FOUND, "");
        error(
                provider.call(HttpMethod.DELETE, "/scim/v2/Users/" + UUID.randomUUID(), null),
                HttpStatus.NOT_IMPLEMENTED,
                "");
        MvcTestResult groups = provider.get("/scim/v2/Groups");
        error(groups, HttpStatus.NOT_IMPLEMENTED, "");
        assertThat(Program.json(groups).get("detail").asString()).contains("グループは受け取りません");
    }

    @Test
    void saysWhatItCan() {
        assertThat(Program.json(provider.get("/scim/v2/ServiceProviderConfig"))
                        .at("/patch/supported")
                        .asBoolean())
                .isTrue();
        assertThat(Program.json(provider.get("/scim/v2/Schemas"))
                        .get("totalResults")
                        .asInt())
                .isEqualTo(2);
        assertThat(Program.json(provider.get("/scim/v2/ResourceTypes"))
                        .at("/Resources/0/endpoint")
                        .asString())
                .isEqualTo("/Users");
    }

    @Test
    void isNotForEverybody() {
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST)) {
            assertThat(new Program(pages, "").call(method, "/scim/v2/Users", null))
                    .hasStatus(HttpStatus.UNAUTHORIZED);
            assertThat(new Program(pages, tokens.of(List.of(Permission.PEOPLE), "organization:write"))
                            .call(method, "/scim/v2/Users", null))
                    .hasStatus(HttpStatus.FORBIDDEN);
            assertThat(new Program(pages, tokens.of(List.of(), "scim:write")).call(method, "/scim/v2/Users", null))
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(new Program(pages, tokens.of(List.of(Permission.PEOPLE), "scim:read"))
                        .post("/scim/v2/Users", user("")))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private static void error(MvcTestResult answer, HttpStatus status, String type) {
        assertThat(answer).hasStatus(status).hasContentType("application/scim+json");
        JsonNode error = Program.json(answer);
        assertThat(error.get("status").asString()).isEqualTo(Integer.toString(status.value()));
        assertThat(error.path("scimType").asString("")).isEqualTo(type);
        assertThat(error.get("detail").asString()).isNotBlank();
    }
}
