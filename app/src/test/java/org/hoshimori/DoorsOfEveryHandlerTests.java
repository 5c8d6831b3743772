package org.hoshimori;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every handler, asked by nobody, by a colleague of the owner, by somebody of another department and by the rightful one. What each
 * of them meets stands in {@code doors.txt}; a handler without a line there fails.
 */
@ApplicationTest
class DoorsOfEveryHandlerTests {

    /** A line of the table. */
    private record Line(
            String method,
            String pattern,
            String address,
            String nobody,
            String colleague,
            String stranger,
            String who,
            String rightful) {

        static Line of(String text) {
            String[] parts = text.strip().split("\\s+", -1);
            return new Line(
                    parts[0],
                    parts[1],
                    parts[2],
                    parts[3],
                    parts[4],
                    parts[5],
                    parts[6],
                    parts.length > 7 ? parts[7] : "in");
        }

        String key() {
            return method + " " + pattern;
        }
    }

    /** Whose doors are other than their handlers': each operation has its own, which {@code AllOperationsTests} and {@code ScimTests} try. */
    private static final List<String> TOLD_APART =
            List.of("org.hoshimori.core.rest.ResourceApi", "org.hoshimori.core.scim.ScimApi");

    private final ApplicationContext application;
    private final MockMvcTester pages;
    private final JdbcClient sql;
    private final TransactionTemplate undone;
    private final Map<String, HandlerMethod> handlers = new TreeMap<>();

    DoorsOfEveryHandlerTests(
            @Autowired ApplicationContext application,
            @Autowired MockMvcTester pages,
            @Autowired JdbcClient sql,
            @Autowired PlatformTransactionManager transactions,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.application = application;
        this.pages = pages;
        this.sql = sql;
        this.undone = new TransactionTemplate(transactions);
        mapping.getHandlerMethods().forEach((info, handler) -> {
            String name = handler.getBeanType().getName();
            if (name.startsWith("org.hoshimori.") && TOLD_APART.stream().noneMatch(name::equals)) {
                methods(info)
                        .forEach(method -> info.getPatternValues()
                                .forEach(pattern -> handlers.put(method + " " + pattern + look(info), handler)));
            }
        });
    }

    private static List<String> methods(RequestMappingInfo info) {
        List<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .sorted()
                .toList();
        return methods.isEmpty() ? List.of("GET") : methods;
    }

    /** Two handlers of one address that differ in a parameter. */
    private static String look(RequestMappingInfo info) {
        return info.getParamsCondition().getExpressions().stream()
                .filter(e -> !e.isNegated())
                .map(e -> "?" + e.getName() + "=1")
                .findFirst()
                .orElse("");
    }

    @Test
    void everyHandlerHasALine() {
        assertThat(table()).extracting(Line::key).containsExactlyInAnyOrderElementsOf(handlers.keySet());
    }

    @Test
    void everyDoorOpensToTheRightfulOnly() {
        FurnishedCompany company = new FurnishedCompany(application);
        Authentication colleague = SignedInAs.person(company.colleague.id().value());
        Authentication stranger = SignedInAs.person(company.stranger.id().value());
        Map<String, String> said = new LinkedHashMap<>();
        Map<String, String> met = new LinkedHashMap<>();
        for (Line line : table()) {
            HandlerMethod handler = handlers.get(line.key());
            if (handler == null) {
                continue;
            }
            said.put(line.key(), String.join(" ", line.nobody(), line.colleague(), line.stranger(), line.rightful()));
            met.put(
                    line.key(),
                    String.join(
                            " ",
                            met(company, line, handler, Optional.empty()),
                            met(company, line, handler, Optional.of(colleague)),
                            met(company, line, handler, Optional.of(stranger)),
                            met(company, line, handler, Optional.of(rightful(company, line)))
                                    .replaceFirst("^no$", "in")));
        }
        said.keySet().removeIf(key -> said.get(key).equals(met.get(key)));
        met.keySet().retainAll(said.keySet());
        assertThat(met).isEqualTo(said);
    }

    private static Authentication rightful(FurnishedCompany company, Line line) {
        return switch (line.who()) {
            case "owner" -> SignedInAs.person(company.owner.id().value());
            case "decider" -> SignedInAs.person(company.decider.id().value());
            case "colleague" -> SignedInAs.person(company.colleague.id().value());
            default -> SignedInAs.person(company.owner.id().value(), line.who().split(",", -1));
        };
    }

    /** What somebody meets: {@code log-in}, {@code 403}, {@code 404}, {@code no} (answered, nothing done), {@code in}. */
    private String met(FurnishedCompany company, Line line, HandlerMethod handler, Optional<Authentication> who) {
        return Objects.requireNonNull(undone.execute(t -> {
            t.setRollbackOnly();
            long before = entries(who);
            String answer = answer(company.filled(line.address()), line, handler, who);
            boolean written = entries(who) > before;
            if (!answer.equals("in") || line.method().equals("GET")) {
                return written && !line.method().equals("GET") ? answer + "+written" : answer;
            }
            return written || line.nobody().equals("in") ? "in" : "no";
        }));
    }

    /** What is on record of somebody's acts. */
    private long entries(Optional<Authentication> who) {
        return sql.sql("SELECT count(*) FROM evidence.entry WHERE actor = :actor")
                .param("actor", who.map(w -> "person:" + w.getName()).orElse("nobody"))
                .query(Long.class)
                .single();
    }

    private String answer(String address, Line line, HandlerMethod handler, Optional<Authentication> who) {
        boolean file =
                Arrays.stream(handler.getMethodParameters()).anyMatch(p -> p.getParameterType() == MultipartFile.class);
        Map<String, String> fields = line.method().equals("POST") ? fields(handler) : new LinkedHashMap<>();
        fields.keySet().removeIf(field -> address.matches(".*[?&]" + field + "=.*"));
        MvcTestResult answer;
        if (file) {
            var request = pages.post().uri(address).multipart().with(csrf());
            for (MethodParameter p : handler.getMethodParameters()) {
                if (p.getParameterType() == MultipartFile.class) {
                    request = request.file(new MockMultipartFile(name(p), "a.txt", "text/plain", new byte[] {65}));
                }
            }
            for (Map.Entry<String, String> field : fields.entrySet()) {
                request = request.param(field.getKey(), field.getValue());
            }
            answer = (who.isPresent() ? request.with(authentication(who.get())) : request).exchange();
        } else {
            var request =
                    pages.method(HttpMethod.valueOf(line.method())).uri(address).with(csrf());
            for (Map.Entry<String, String> field : fields.entrySet()) {
                request = request.param(field.getKey(), field.getValue());
            }
            answer = (who.isPresent() ? request.with(authentication(who.get())) : request).exchange();
        }
        return read(answer);
    }

    private static String read(MvcTestResult answer) {
        if (answer.getUnresolvedException() != null) {
            return "500 " + answer.getUnresolvedException();
        }
        int status = answer.getResponse().getStatus();
        String to = String.valueOf(answer.getResponse().getRedirectedUrl());
        if (status == 302 && to.matches("(https?://[^/]+)?/log-in(\\?.*)?")) {
            return "log-in";
        }
        return (status >= 400 && status <= 405) || status >= 500 ? Integer.toString(status) : "in";
    }

    /** What a form would send, as far as its types tell. */
    private static Map<String, String> fields(HandlerMethod handler) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (MethodParameter p : handler.getMethodParameters()) {
            if (p.hasParameterAnnotation(ModelAttribute.class)
                    && p.getParameterType().isRecord()) {
                for (RecordComponent c : p.getParameterType().getRecordComponents()) {
                    plausible(c.getType()).ifPresent(v -> fields.put(c.getName(), v));
                }
            } else if (p.hasParameterAnnotation(RequestParam.class)) {
                plausible(p.getParameterType()).ifPresent(v -> fields.put(name(p), v));
            }
        }
        return fields;
    }

    private static Optional<String> plausible(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Optional.of("0");
        }
        if (type == boolean.class) {
            return Optional.of("true");
        }
        if (type == UUID.class) {
            return Optional.of(new UUID(7, 7).toString());
        }
        if (type.isEnum()) {
            return Optional.of(((Enum<?>) type.getEnumConstants()[0]).name());
        }
        if (type == LocalDate.class) {
            return Optional.of("2049-03-31");
        }
        return type == String.class ? Optional.of("x") : Optional.empty();
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return String.valueOf(parameter.getParameterName());
    }

    private static List<Line> table() {
        try (var in = Objects.requireNonNull(DoorsOfEveryHandlerTests.class.getResourceAsStream("/doors.txt"))) {
            return new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(Line::of)
                    .toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
