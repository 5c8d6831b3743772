package org.hoshimori;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hoshimori.core.grants.Permission;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ApplicationTest
class AuthorizationTests {

    private static final Pattern AUTHORITY = Pattern.compile("hasAuthority\\('([^']+)'\\)");

    private final List<HandlerMethod> handlers;

    AuthorizationTests(@Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.handlers = mapping.getHandlerMethods().values().stream()
                .filter(h -> h.getBeanType().getName().startsWith("org.hoshimori."))
                .toList();
    }

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        assertThat(handlers)
                .hasSizeGreaterThan(10)
                .allSatisfy(h -> assertThat(rule(h)).as(h.getShortLogMessage()).isNotBlank());
    }

    @Test
    void everyPermissionThatAHandlerAsksForExists() {
        List<String> known =
                Arrays.stream(Permission.values()).map(Permission::code).toList();
        assertThat(handlers.stream()
                        .flatMap(h -> AUTHORITY.matcher(rule(h)).results())
                        .map((MatchResult r) -> r.group(1))
                        .distinct())
                .isNotEmpty()
                .allMatch(known::contains);
    }

    private static String rule(HandlerMethod handler) {
        PreAuthorize own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
        PreAuthorize shared = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
        return own != null ? own.value() : shared != null ? shared.value() : "";
    }
}
