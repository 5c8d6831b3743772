package org.hoshimori;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.core.grants.Permission;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Sends what no page of ours would send, to every field of every handler. */
@ApplicationTest
class ForgedInputTests {

    private static final List<String> FORGED =
            List.of("", "zz", "-1", "2147483647", "99999999999999999999", "\0", "2026-02-30");
    private static final Authentication EVERYBODY = SignedInAs.may(
            Arrays.stream(Permission.values()).map(Permission::code).toArray(String[]::new));

    private final MockMvcTester pages;
    private final RequestMappingHandlerMapping handlers;

    ForgedInputTests(
            @Autowired MockMvcTester pages,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        this.pages = pages;
        this.handlers = handlers;
    }

    @Test
    void isRefusedAndBreaksNothing() {
        Map<String, String> broken = new LinkedHashMap<>();
        int[] sent = {0};
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (!handler.getBeanType().getName().startsWith("org.hoshimori.")) {
                return;
            }
            for (String field : fields(handler)) {
                for (String forged : FORGED) {
                    String answer = answer(mapping, handler, field, forged);
                    sent[0]++;
                    if (answer.startsWith("5")) {
                        broken.put(mapping + " " + field + "=" + forged.replace("\0", "NUL"), answer);
                    }
                }
            }
        });
        assertThat(sent[0]).isGreaterThan(300);
        assertThat(broken).isEmpty();
    }

    @Test
    void leavesACleanPage() {
        MvcTestResult answer = pages.post()
                .uri("/people")
                .with(csrf())
                .with(authentication(EVERYBODY))
                .param("employment", "KING")
                .exchange();
        assertThat(answer).hasStatus(400);
    }

    private String answer(RequestMappingInfo mapping, HandlerMethod handler, String field, String forged) {
        boolean post = mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST);
        String path = mapping.getPatternValues().iterator().next();
        List<Object> variables = new ArrayList<>();
        for (MethodParameter p : handler.getMethodParameters()) {
            if (p.hasParameterAnnotation(PathVariable.class)) {
                variables.add(name(p).equals(field) ? forged.replace("\0", "zz") : plausible(p.getParameterType()));
            }
        }
        boolean file =
                Arrays.stream(handler.getMethodParameters()).anyMatch(p -> p.getParameterType() == MultipartFile.class);
        try {
            var request = pages.method(post ? HttpMethod.POST : HttpMethod.GET).uri(path, variables.toArray());
            if (file) {
                var multipart = pages.post().uri(path, variables.toArray()).multipart();
                for (MethodParameter p : handler.getMethodParameters()) {
                    if (p.getParameterType() == MultipartFile.class) {
                        multipart =
                                multipart.file(new MockMultipartFile(name(p), "a.txt", "text/plain", new byte[] {1}));
                    }
                }
                return status(multipart
                        .param(field, forged)
                        .with(csrf())
                        .with(authentication(EVERYBODY))
                        .exchange());
            }
            return status(request.param(field, forged)
                    .with(csrf())
                    .with(authentication(EVERYBODY))
                    .exchange());
        } catch (RuntimeException | Error e) {
            return "5 " + e;
        }
    }

    private static String status(MvcTestResult answer) {
        Throwable problem = answer.getUnresolvedException();
        return problem == null ? Integer.toString(answer.getResponse().getStatus()) : "500 " + problem;
    }

    private static Object plausible(Class<?> type) {
        return type == int.class || type == long.class ? 1 : new UUID(7, 7);
    }

    private static List<String> fields(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .flatMap(p -> {
                    if (p.hasParameterAnnotation(ModelAttribute.class)) {
                        return Arrays.stream(p.getParameterType().getRecordComponents())
                                .map(RecordComponent::getName);
                    }
                    return p.hasParameterAnnotation(RequestParam.class) || p.hasParameterAnnotation(PathVariable.class)
                            ? Stream.of(name(p))
                            : Stream.empty();
                })
                .toList();
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return String.valueOf(parameter.getParameterName());
    }
}
