package org.hoshimori.core.scim;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.core.api.Problems;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Person;
import org.hoshimori.core.tokens.BearerAuthentication;
import org.hoshimori.core.tokens.TokenUsed;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** SCIM's users. A token with the scope {@code scim} opens it, of somebody who keeps people. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/scim/v2")
@PreAuthorize("hasAuthority('people')")
class ScimApi {

    private static final int MOST = 100;
    private static final int LONGEST = 200_000;
    private static final Pattern FILTER = Pattern.compile("(?i)(userName|externalId) +eq +\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Users users;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    ScimApi(Users users, TransactionTemplate transaction, ApplicationEventPublisher events, MessageSource messages) {
        this.users = users;
        this.transaction = transaction;
        this.events = events;
        this.messages = messages;
    }

    @GetMapping("/Users")
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "1") String startIndex,
            @RequestParam(defaultValue = "100") String count) {
        if (filter.isBlank()) {
            long first = number(startIndex, 1);
            int most = (int) Math.min(MOST, number(count, 0));
            Users.Page page = users.page(most, Math.max(1, first) - 1);
            return answer(HttpStatus.OK, ScimDocuments.list(page.users(), page.total(), Math.max(1, first)));
        }
        Matcher asked = FILTER.matcher(filter.strip());
        if (!asked.matches()) {
            throw new ScimRefused(HttpStatus.BAD_REQUEST, "invalidFilter", "scim.filter");
        }
        String value = asked.group(2).replaceAll("\\\\(.)", "$1");
        List<ObjectNode> found = asked.group(1).equalsIgnoreCase("userName") ? users.named(value) : users.linked(value);
        return answer(HttpStatus.OK, ScimDocuments.list(found, found.size(), 1));
    }

    private static long number(String text, long least) {
        if (!text.matches("-?\\d{1,9}")) {
            throw new ScimRefused(HttpStatus.BAD_REQUEST, "invalidValue", "scim.invalid", "startIndex, count");
        }
        return Math.max(least, Long.parseLong(text));
    }

    @GetMapping("/Users/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id) {
        return answer(HttpStatus.OK, users.told(users.known(id)));
    }

    @PostMapping("/Users")
    ResponseEntity<byte[]> enter(HttpServletRequest request) {
        JsonNode sent = sent(request);
        return done(HttpStatus.CREATED, "enter", by -> users.enter(sent, by));
    }

    @PutMapping("/Users/{id}")
    ResponseEntity<byte[]> replace(@PathVariable String id, HttpServletRequest request) {
        JsonNode sent = sent(request);
        return done(
                HttpStatus.OK,
                "replace",
                by -> changed(id, request, (before, actor) -> users.replace(before, sent, actor), by));
    }

    @PatchMapping("/Users/{id}")
    ResponseEntity<byte[]> patch(@PathVariable String id, HttpServletRequest request) {
        JsonNode sent = sent(request);
        return done(
                HttpStatus.OK,
                "patch",
                by -> changed(id, request, (before, actor) -> users.patch(before, sent, actor), by));
    }

    private ObjectNode changed(
            String id, HttpServletRequest request, BiFunction<Person, Actor, ObjectNode> change, Actor by) {
        Person before = users.known(id);
        String match = request.getHeader(HttpHeaders.IF_MATCH);
        if (match != null && !match.equals("*") && !match.equals("W/\"" + before.version() + "\"")) {
            throw new ScimRefused(HttpStatus.PRECONDITION_FAILED, "", "changed-meanwhile");
        }
        return change.apply(before, by);
    }

    private ResponseEntity<byte[]> done(
            HttpStatus status, String call, java.util.function.Function<Actor, ObjectNode> act) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof BearerAuthentication bearer)) {
            throw new ScimRefused(HttpStatus.UNAUTHORIZED, "", "api.detail.token-needed");
        }
        ObjectNode told = transaction.execute(_ -> {
            ObjectNode after = act.apply(bearer.actor());
            events.publishEvent(new TokenUsed(
                    bearer.actor(), bearer.token(), "scim." + call, "person:" + UserJson.text(after, "id")));
            return after;
        });
        return answer(status, java.util.Objects.requireNonNull(told));
    }

    /** People leave; they are not deleted, and groups are not taken in: posts and permissions are given by people. */
    @RequestMapping({"/**", "/Groups/**", "/Bulk", "/Me"})
    ResponseEntity<byte[]> other(HttpServletRequest request) {
        boolean group = request.getRequestURI().startsWith("/scim/v2/Groups");
        throw new ScimRefused(HttpStatus.NOT_IMPLEMENTED, "", group ? "scim.groups" : "scim.not-implemented");
    }

    @GetMapping("/ServiceProviderConfig")
    ResponseEntity<byte[]> configuration() {
        return answer(HttpStatus.OK, ScimDocuments.configuration());
    }

    @GetMapping("/ResourceTypes")
    ResponseEntity<byte[]> types() {
        return answer(HttpStatus.OK, ScimDocuments.types());
    }

    @GetMapping("/Schemas")
    ResponseEntity<byte[]> schemas() {
        return answer(HttpStatus.OK, ScimDocuments.schemas());
    }

    private static JsonNode sent(HttpServletRequest request) {
        try {
            byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
            if (body.length <= LONGEST && UserJson.JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException | JacksonException e) {
            throw new ScimRefused(HttpStatus.BAD_REQUEST, "invalidSyntax", "scim.json");
        }
        throw new ScimRefused(HttpStatus.BAD_REQUEST, "invalidSyntax", "scim.json");
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(ScimRefused why, HttpServletRequest request) {
        ObjectNode error = UserJson.JSON.createObjectNode();
        error.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
        error.put("status", Integer.toString(why.status().value()));
        if (!why.type().isEmpty()) {
            error.put("scimType", why.type());
        }
        error.put("detail", messages.getMessage(why.message(), why.arguments(), Problems.language(request)));
        return answer(why.status(), error);
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, ObjectNode told) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).contentType(MediaType.parseMediaType("application/scim+json"));
        String version = UserJson.text(told, "meta", "version");
        if (!version.isEmpty()) {
            answer.header(HttpHeaders.ETAG, version);
        }
        if (status == HttpStatus.CREATED) {
            answer.header(HttpHeaders.LOCATION, UserJson.text(told, "meta", "location"));
        }
        return answer.body(UserJson.JSON.writeValueAsBytes(told));
    }
}
