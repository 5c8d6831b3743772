package org.hoshimori.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.ApplicationTest;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The API does what pages do: each form has its operation, or a reason why there is none, in {@code api-twins.txt}. */
@ApplicationTest
class TwinsTests {

    private final Resources resources;
    private final RequestMappingHandlerMapping mapping;

    TwinsTests(
            @Autowired Resources resources,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.resources = resources;
        this.mapping = mapping;
    }

    /**
     * A line.
     *
     * @param operations empty where there knowingly is none, which {@code reason} gives
     */
    private record Twin(String form, List<String> operations, String reason) {
        static Twin of(String line) {
            String[] parts = line.split("\\s+", 2);
            if (parts[1].startsWith("- ")) {
                return new Twin(parts[0], List.of(), parts[1].substring(2).strip());
            }
            String[] words = parts[1].strip().split("\\s+");
            return new Twin(
                    parts[0],
                    Stream.of(words).skip(1).map(w -> words[0] + " " + w).toList(),
                    "");
        }
    }

    @Test
    void everyFormHasAnOperationOrAReasonWhyNot() {
        Set<String> forms = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            String name = handler.getBeanType().getName();
            boolean page = name.startsWith("org.hoshimori.")
                    && info.getPatternValues().stream().noneMatch(p -> p.startsWith("/api/") || p.startsWith("/scim/"));
            if (page && info.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                info.getPatternValues().forEach(p -> forms.add(p + look(info)));
            }
        });
        assertThat(twins()).extracting(Twin::form).containsExactlyInAnyOrderElementsOf(forms);
        assertThat(twins())
                .allMatch(t -> !t.operations().isEmpty() || t.reason().length() > 10);
    }

    @Test
    void everyOperationIsTheTwinOfAForm() {
        Set<String> operations = resources.all().stream()
                .flatMap(r -> r.acts().stream().map(act -> name(r, act)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(twins().stream().flatMap(t -> t.operations().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    private static String name(Resource<?> resource, Act<?> act) {
        return switch (act.kind()) {
            case ENTER -> "POST " + resource.code();
            case REPLACE -> "PUT " + resource.code();
            case DO -> "POST " + resource.code() + "/" + act.name();
        };
    }

    private static String look(RequestMappingInfo info) {
        return info.getParamsCondition().getExpressions().stream()
                .filter(e -> !e.isNegated())
                .map(e -> "?" + e.getName() + "=1")
                .findFirst()
                .orElse("");
    }

    private static List<Twin> twins() {
        try (var in = Objects.requireNonNull(TwinsTests.class.getResourceAsStream("/api-twins.txt"))) {
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1))
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(Twin::of)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
