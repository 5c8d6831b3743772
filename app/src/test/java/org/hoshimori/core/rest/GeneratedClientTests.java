package org.hoshimori.core.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hoshimori.ApplicationTest;
import org.hoshimori.client.ApiClient;
import org.hoshimori.client.ApiException;
import org.hoshimori.client.ApiResponse;
import org.hoshimori.client.OrganizationApi;
import org.hoshimori.client.model.Person;
import org.hoshimori.client.model.PersonForm;
import org.hoshimori.client.model.PersonPage;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.tokens.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A client that was generated from the description, at the running application over the network. */
@ApplicationTest
@SpringBootTest(classes = org.hoshimori.Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GeneratedClientTests {

    private final TestTokens tokens;
    private final int port;

    GeneratedClientTests(@Autowired TestTokens tokens, @LocalServerPort int port) {
        this.tokens = tokens;
        this.port = port;
    }

    private OrganizationApi api(String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://localhost:" + port + "/api/v1");
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return new OrganizationApi(client);
    }

    @Test
    void entersFindsAndChangesAPerson() throws ApiException {
        OrganizationApi api = api(tokens.of(List.of(Permission.PEOPLE), "organization:write"));
        String number = UUID.randomUUID().toString();
        PersonForm form = new PersonForm()
                .staffNumber(number)
                .family("生成")
                .given("一")
                .mail(number + "@example.jp")
                .employment(PersonForm.EmploymentEnum.EMPLOYEE)
                .language("ja")
                .joinedOn(LocalDate.of(2026, 4, 1).toString());
        Person entered = api.enterPeople(form, number);
        assertThat(api.enterPeople(form, number).getId()).isEqualTo(entered.getId());

        PersonPage found = api.listPeople("生成", null, null, 1);
        assertThat(found.getTotal()).isPositive();
        ApiResponse<Person> read = api.getPeopleWithHttpInfo(entered.getId().toString());
        String tag = read.getHeaders().get("etag").getFirst();
        Person changed = api.replacePeople(tag, entered.getId().toString(), form.given("二"));
        assertThat(changed.getGiven()).isEqualTo("二");
        assertThatThrownBy(() -> api.replacePeople(tag, entered.getId().toString(), form))
                .isInstanceOf(ApiException.class)
                .satisfies(e -> assertThat(((ApiException) e).getCode()).isEqualTo(412));
    }

    @Test
    void isRefusedWithoutAToken() {
        assertThatThrownBy(() -> api("hst_nothing").listPeople(null, null, null, null))
                .isInstanceOf(ApiException.class)
                .satisfies(
                        e -> assertThat(((ApiException) e).getResponseBody()).contains("urn:hoshimori:problem:token"));
    }
}
