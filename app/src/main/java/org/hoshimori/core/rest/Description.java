package org.hoshimori.core.rest;

import java.beans.Introspector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Resource;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The API as OpenAPI 3.1 describes it, made of what the rooms declare. */
@Component
class Description {

    private static final String JSON = "application/json";
    private static final Pattern PARTS = Pattern.compile("-");

    private final Resources resources;
    private final MessageSource messages;

    Description(Resources resources, MessageSource messages) {
        this.resources = resources;
        this.messages = messages;
    }

    /** The document in a language. */
    Map<String, Object> document(Locale locale) {
        Map<String, Object> schemas = new TreeMap<>();
        schemas.put("Problem", Fixed.problem());
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Resource<?> resource : resources.all()) {
            schemas.put(name(resource.type()), Members.object(Members.told(resource.type())));
            schemas.put(page(resource), pageOf(resource));
            describe(resource, paths, schemas, locale);
        }
        paths.put("/posture", Members.ordered("get", Fixed.posture(say("api.scope.posture", locale))));
        Map<String, Object> document = Members.ordered("openapi", "3.1.0");
        document.put(
                "info",
                Members.ordered(
                        "title", say("api.title", locale), "version", "1", "description", say("api.lead", locale)));
        document.put("servers", List.of(Members.ordered("url", "/api/v1")));
        document.put("security", List.of(Map.of("token", List.of())));
        document.put(
                "tags",
                Stream.concat(Stream.of("posture"), resources.all().stream().map(Resource::scope))
                        .distinct()
                        .sorted()
                        .map(s -> Members.ordered("name", s, "description", say("api.scope." + s, locale)))
                        .toList());
        document.put("paths", paths);
        document.put(
                "components",
                Members.ordered(
                        "securitySchemes",
                        Map.of("token", Members.ordered("type", "http", "scheme", "bearer")),
                        "schemas",
                        schemas,
                        "responses",
                        Fixed.responses()));
        return document;
    }

    private void describe(Resource<?> resource, Map<String, Object> paths, Map<String, Object> schemas, Locale locale) {
        Map<String, Object> list = new LinkedHashMap<>();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("parameters", List.of(parameter("id", "path", true, Map.of("type", "string"))));
        Map<String, Object> listing = operation(resource, "list", resource.readers(), "read", locale);
        listing.put("parameters", filters(resource));
        listing.put("responses", answers("200", page(resource), "400", "401", "403", "429"));
        list.put("get", listing);
        Map<String, Object> getting = operation(resource, "get", resource.readers(), "read", locale);
        getting.put("responses", answers("200", name(resource.type()), "401", "403", "404", "429"));
        one.put("get", getting);
        Map<String, Object> others = new LinkedHashMap<>();
        for (Act<?> act : resource.acts()) {
            Map<String, Object> operation = operation(resource, act.name(), act.doers(), "write", locale);
            String form = act.form().getSimpleName();
            schemas.put(form, Members.object(Members.sent(act)));
            operation.put(
                    "requestBody",
                    Members.ordered("required", true, "content", Map.of(JSON, Map.of("schema", ref("schemas", form)))));
            switch (act.kind()) {
                case ENTER -> {
                    operation.put("parameters", List.of(key()));
                    operation.put(
                            "responses", answers("201", name(resource.type()), "400", "401", "403", "422", "429"));
                    list.put("post", operation);
                }
                case REPLACE -> {
                    operation.put(
                            "parameters", List.of(parameter("If-Match", "header", true, Map.of("type", "string"))));
                    operation.put(
                            "responses",
                            answers(
                                    "200",
                                    name(resource.type()),
                                    "400",
                                    "401",
                                    "403",
                                    "404",
                                    "412",
                                    "422",
                                    "428",
                                    "429"));
                    one.put("put", operation);
                }
                case DO -> {
                    operation.put("parameters", List.of(key()));
                    operation.put(
                            "responses",
                            answers("200", name(resource.type()), "400", "401", "403", "404", "409", "422", "429"));
                    others.put(
                            "/" + resource.code() + "/{id}/" + act.name(),
                            Members.ordered(
                                    "parameters",
                                    List.of(parameter("id", "path", true, Map.of("type", "string"))),
                                    "post",
                                    operation));
                }
            }
        }
        paths.put("/" + resource.code(), list);
        paths.put("/" + resource.code() + "/{id}", one);
        paths.putAll(others);
    }

    private Map<String, Object> operation(
            Resource<?> resource, String act, Set<String> any, String scope, Locale locale) {
        String permissions = any.isEmpty()
                ? say("api.everybody", locale)
                : any.stream()
                        .sorted()
                        .map(p -> say("permission." + p, locale) + " (" + p + ")")
                        .collect(Collectors.joining(" / "));
        return Members.ordered(
                "operationId",
                Introspector.decapitalize(camel(act)) + camel(resource.code()),
                "summary",
                say("api.resource." + resource.code(), locale) + ": " + say("api.act." + act, locale),
                "description",
                say("api.needs", locale, resource.scope() + ":" + scope, permissions),
                "tags",
                List.of(resource.scope()));
    }

    private static List<Object> filters(Resource<?> resource) {
        List<Object> parameters = new ArrayList<>();
        for (Filter filter : resource.filters()) {
            Map<String, Object> schema = switch (filter.kind()) {
                case TEXT -> Members.ordered("type", "string", "maxLength", 500);
                case ID -> Members.ordered("type", "string", "format", "uuid");
                case NUMBER -> Members.ordered("type", "integer", "minimum", 0);
                case CHOICE -> Members.ordered("type", "string", "enum", filter.choices());
            };
            parameters.add(parameter(filter.name(), "query", false, schema));
        }
        parameters.add(parameter(
                "page",
                "query",
                false,
                Members.ordered("type", "integer", "minimum", 1, "maximum", 999_999, "default", 1)));
        return parameters;
    }

    private static Map<String, Object> key() {
        return parameter("Idempotency-Key", "header", false, Members.ordered("type", "string", "maxLength", 200));
    }

    private static Map<String, Object> parameter(String name, String in, boolean required, Object schema) {
        return Members.ordered("name", name, "in", in, "required", required, "schema", schema);
    }

    private static Map<String, Object> answers(String well, String schema, String... badly) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put(
                well,
                Members.ordered(
                        "description",
                        well.equals("201") ? "Created" : "OK",
                        "content",
                        Map.of(JSON, Map.of("schema", ref("schemas", schema)))));
        for (String status : badly) {
            answers.put(status, ref("responses", "Problem" + status));
        }
        return answers;
    }

    private static Map<String, Object> pageOf(Resource<?> resource) {
        return Members.ordered(
                "type",
                "object",
                "properties",
                Members.ordered(
                        "items",
                        Members.ordered("type", "array", "items", ref("schemas", name(resource.type()))),
                        "page",
                        Members.ordered("type", "integer"),
                        "pages",
                        Members.ordered("type", "integer", "format", "int64"),
                        "total",
                        Members.ordered("type", "integer", "format", "int64")),
                "required",
                List.of("items"));
    }

    private static Map<String, Object> ref(String kind, String name) {
        return Members.ordered("$ref", "#/components/" + kind + "/" + name);
    }

    static String name(Class<?> told) {
        return told.getSimpleName().replaceFirst("Told$", "");
    }

    private static String page(Resource<?> resource) {
        return name(resource.type()) + "Page";
    }

    private static String camel(String code) {
        return PARTS.splitAsStream(code)
                .filter(p -> !p.isEmpty())
                .map(p -> Character.toUpperCase(p.charAt(0)) + p.substring(1))
                .collect(Collectors.joining());
    }

    private String say(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
