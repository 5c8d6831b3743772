package org.hoshimori.core.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The API for who writes programs: the same description as a document and as a page. */
@Controller
@ConditionalOnWebApplication
@PreAuthorize("isAuthenticated()")
class ReferencePages {

    private final Resources resources;
    private final Description description;

    ReferencePages(Resources resources, Description description) {
        this.resources = resources;
        this.description = description;
    }

    /** Everything that is served, by rooms. */
    record ReferencePage(Map<String, List<Part>> rooms) {}

    /** A resource. */
    record Part(String code, String scope, List<Line> members, List<Operation> operations) {}

    /**
     * Something that can be called.
     *
     * @param act its name in messages
     * @param permissions of which one is needed, where any is
     */
    record Operation(String method, String path, String act, String scope, List<String> permissions, List<Line> sent) {}

    /** A member or a filter: its type in a word or two. */
    record Line(String name, String type, boolean required) {}

    @GetMapping("/api")
    ModelAndView reference() {
        return new ModelAndView(
                "rest/reference",
                "page",
                new ReferencePage(resources.all().stream()
                        .collect(Collectors.groupingBy(
                                Resource::scope,
                                TreeMap::new,
                                Collectors.mapping(ReferencePages::part, Collectors.toList())))));
    }

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<byte[]> document(Locale locale) {
        return ResponseEntity.status(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "private, max-age=3600")
                .body(Bodies.written(description.document(locale)));
    }

    private static Part part(Resource<?> resource) {
        String path = "/api/v1/" + resource.code();
        List<String> readers = resource.readers().stream().sorted().toList();
        String read = resource.scope() + ":read";
        List<Operation> operations = new java.util.ArrayList<>(List.of(
                new Operation(
                        "GET",
                        path,
                        "list",
                        read,
                        readers,
                        resource.filters().stream().map(ReferencePages::line).toList()),
                new Operation("GET", path + "/{id}", "get", read, readers, List.of())));
        for (Act<?> act : resource.acts()) {
            operations.add(new Operation(
                    act.kind() == Act.Kind.REPLACE ? "PUT" : "POST",
                    switch (act.kind()) {
                        case ENTER -> path;
                        case REPLACE -> path + "/{id}";
                        case DO -> path + "/{id}/" + act.name();
                    },
                    act.name(),
                    resource.scope() + ":write",
                    act.doers().stream().sorted().toList(),
                    lines(Members.sent(act))));
        }
        return new Part(resource.code(), resource.scope(), lines(Members.told(resource.type())), operations);
    }

    private static Line line(Filter filter) {
        return new Line(
                filter.name(),
                filter.choices().isEmpty()
                        ? filter.kind().name().toLowerCase(Locale.ROOT)
                        : String.join(" | ", filter.choices()),
                false);
    }

    private static List<Line> lines(List<Members.Member> members) {
        return members.stream()
                .map(m -> new Line(m.name(), type(m.schema()), m.required()))
                .toList();
    }

    private static String type(@Nullable Object schema) {
        if (!(schema instanceof Map<?, ?> map)) {
            return "";
        }
        if (map.get("enum") instanceof List<?> codes) {
            return codes.stream().map(String::valueOf).collect(Collectors.joining(" | "));
        }
        String type = String.valueOf(map.get("type"));
        return switch (type) {
            case "array" -> type(map.get("items")) + "[]";
            case "object" ->
                map.get("properties") instanceof Map<?, ?> members
                        ? members.keySet().stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"))
                        : "{…}";
            default -> {
                Object format = map.get("format");
                Object longest = map.get("maxLength");
                yield (format == null ? type : String.valueOf(format)) + (longest == null ? "" : " ≤ " + longest);
            }
        };
    }
}
