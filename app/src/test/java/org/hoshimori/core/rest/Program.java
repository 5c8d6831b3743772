package org.hoshimori.core.rest;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API. */
public record Program(MockMvcTester pages, String token) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads. */
    public MvcTestResult get(String uri, String... headers) {
        return call(HttpMethod.GET, uri, null, headers);
    }

    /** Adds or does something. */
    public MvcTestResult post(String uri, String body, String... headers) {
        return call(HttpMethod.POST, uri, body, headers);
    }

    /** Replaces. */
    public MvcTestResult put(String uri, String body, String... headers) {
        return call(HttpMethod.PUT, uri, body, headers);
    }

    /** Calls; headers are names and values by turns. */
    public MvcTestResult call(HttpMethod method, String uri, String body, String... headers) {
        var request = pages.method(method).uri(uri);
        if (!token.isEmpty()) {
            request = request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request = request.header("Content-Type", "application/json").content(body);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        return request.exchange();
    }

    /** What was told. */
    public static JsonNode json(MvcTestResult answer) {
        return JSON.readTree(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
