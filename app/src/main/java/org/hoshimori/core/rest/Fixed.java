package org.hoshimori.core.rest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.core.api.Problems;
import org.springframework.http.HttpStatus;

/** The parts of the description that are the same whatever is served. */
final class Fixed {

    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 409, 412, 422, 428, 429);

    private Fixed() {}

    /** RFC 9457, with the members that are wrong. */
    static Map<String, Object> problem() {
        Map<String, Object> text = Members.ordered("type", "string");
        return Members.ordered(
                "type",
                "object",
                "properties",
                Members.ordered(
                        "type",
                        text,
                        "title",
                        text,
                        "status",
                        Members.ordered("type", "integer"),
                        "detail",
                        text,
                        "instance",
                        text,
                        "errors",
                        Members.ordered(
                                "type",
                                "array",
                                "items",
                                Members.ordered(
                                        "type",
                                        "object",
                                        "properties",
                                        Members.ordered("pointer", text, "code", text, "detail", text),
                                        "required",
                                        List.of("pointer", "code", "detail")))),
                "required",
                List.of("type", "title", "status"));
    }

    /** What is no resource: one report. */
    static Map<String, Object> posture(String summary) {
        return Members.ordered(
                "operationId",
                "getPosture",
                "summary",
                summary,
                "tags",
                List.of("posture"),
                "responses",
                Members.ordered(
                        "200",
                        Members.ordered(
                                "description",
                                "OK",
                                "content",
                                Map.of("application/json", Map.of("schema", Members.ordered("type", "object")))),
                        "401",
                        Members.ordered("$ref", "#/components/responses/Problem401"),
                        "403",
                        Members.ordered("$ref", "#/components/responses/Problem403")));
    }

    static Map<String, Object> responses() {
        Map<String, Object> responses = new TreeMap<>();
        for (int status : STATUSES) {
            responses.put(
                    "Problem" + status,
                    Members.ordered(
                            "description",
                            HttpStatus.valueOf(status).getReasonPhrase(),
                            "content",
                            Map.of(
                                    Problems.TYPE,
                                    Map.of("schema", Members.ordered("$ref", "#/components/schemas/Problem")))));
        }
        return responses;
    }
}
