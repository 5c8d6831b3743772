package org.hoshimori.chapters.backups;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.hoshimori.core.evidence.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where scripts report results: as JSON, or as the very report of a tool. A token opens it for one plan; errors are problem details
 * (RFC 9457).
 */
@Controller
@ConditionalOnWebApplication
@RequestMapping(ResultApi.PATH)
@PreAuthorize("permitAll()")
class ResultApi {

    static final String PATH = "/api/v1/backup-results";

    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 8_000_000;
    private static final Actor SCRIPT = Actor.system("backup-report");

    private final Tokens tokens;
    private final Calls calls;
    private final BackupPlanTable plans;
    private final Results results;
    private final MessageSource messages;
    private final Clock clock;

    ResultApi(Tokens tokens, Calls calls, BackupPlanTable plans, Results results, MessageSource messages, Clock clock) {
        this.tokens = tokens;
        this.calls = calls;
        this.plans = plans;
        this.results = results;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whoever reports, or why not. */
    private sealed interface Caller {
        record Known(Plan plan) implements Caller {}

        record Refused(ResponseEntity<Object> answer) implements Caller {}
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> result(
            @RequestBody(required = false) Optional<byte[]> body, HttpServletRequest request, Locale locale) {
        return switch (caller(request, body, locale)) {
            case Caller.Refused(ResponseEntity<Object> answer) -> answer;
            case Caller.Known(Plan plan) ->
                switch (Submission.read(text(body), clock.instant())) {
                    case Submission.Outcome.Wrong(String member) ->
                        problem(HttpStatus.BAD_REQUEST, "malformed", locale, member.isEmpty() ? "JSON" : member);
                    case Submission.Outcome.Read(Submission sent) ->
                        sent.plan().isEmpty() || sent.plan().equals(plan.code())
                                ? taken(plan, sent.key(), sent.result(), locale)
                                : problem(HttpStatus.FORBIDDEN, "other-plan", locale, sent.plan());
                };
        };
    }

    @PostMapping(path = "/report", consumes = MediaType.ALL_VALUE)
    ResponseEntity<Object> report(
            @RequestParam(defaultValue = "") String tool,
            @RequestParam(defaultValue = "") String run,
            @RequestParam(defaultValue = "") String exit,
            @RequestBody(required = false) Optional<byte[]> body,
            HttpServletRequest request,
            Locale locale) {
        Caller caller = caller(request, body, locale);
        if (caller instanceof Caller.Refused(ResponseEntity<Object> answer)) {
            return answer;
        }
        Plan plan = ((Caller.Known) caller).plan();
        Optional<Report.Tool> known = Report.Tool.find(tool);
        if (known.isEmpty() || !exit.matches("-?\\d{0,9}")) {
            return problem(HttpStatus.BAD_REQUEST, "malformed", locale, known.isEmpty() ? "tool" : "exit");
        }
        OptionalInt code = exit.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(exit));
        return switch (Report.read(known.get(), text(body), code, clock.getZone(), clock.instant())) {
            case Report.Outcome.Read(String key, Result result) ->
                taken(plan, run.isEmpty() ? key : run, result, locale);
            case Report.Outcome.Unreadable() -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "unreadable", locale, tool);
        };
    }

    private Caller caller(HttpServletRequest request, Optional<byte[]> body, Locale locale) {
        String header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElse("");
        Optional<PlanId> opened = header.startsWith(BEARER)
                ? tokens.opens(header.substring(BEARER.length()).strip())
                : Optional.empty();
        String who = opened.map(PlanId::subject).orElse("address:" + request.getRemoteAddr());
        if (!calls.allows(who)) {
            ResponseEntity<Object> answer = problem(HttpStatus.TOO_MANY_REQUESTS, "too-many", locale, "60");
            return new Caller.Refused(ResponseEntity.status(answer.getStatusCode())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .header(HttpHeaders.RETRY_AFTER, "60")
                    .body(answer.getBody()));
        }
        if (body.filter(b -> b.length > LONGEST).isPresent()) {
            return new Caller.Refused(problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", locale, "8"));
        }
        return opened.flatMap(plans::find)
                .<Caller>map(line -> new Caller.Known(line.plan()))
                .orElseGet(() -> new Caller.Refused(problem(HttpStatus.UNAUTHORIZED, "token", locale, "")));
    }

    private ResponseEntity<Object> taken(Plan plan, String key, Result result, Locale locale) {
        return switch (results.report(plan.id(), key, result, "api", SCRIPT)) {
            case Results.Outcome.Taken(Run run, boolean again) ->
                ResponseEntity.status(again ? HttpStatus.OK : HttpStatus.CREATED)
                        .body(new TreeMap<>(Map.of(
                                "plan", plan.code(),
                                "run", run.key(),
                                "judged", run.judged().code(),
                                "known", again)));
            case Results.Outcome.Refused(Results.Refusal why) ->
                switch (why) {
                    case PLAN_UNKNOWN -> problem(HttpStatus.UNAUTHORIZED, "token", locale, "");
                    case PLAN_ENDED -> problem(HttpStatus.CONFLICT, "plan-ended", locale, plan.code());
                    case TIME -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "time", locale, "finished");
                    case KEY -> problem(HttpStatus.BAD_REQUEST, "malformed", locale, "run");
                    case KEY_TAKEN -> problem(HttpStatus.CONFLICT, "run-taken", locale, key);
                };
        };
    }

    private ResponseEntity<Object> problem(HttpStatus status, String code, Locale locale, String about) {
        String words = messages.getMessage("backup-plans.problem." + code, new Object[] {about}, locale);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words);
        problem.setType(URI.create("urn:hoshimori:backup-results:" + code));
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        return status == HttpStatus.UNAUTHORIZED
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").body(problem)
                : answer.body(problem);
    }

    private static String text(Optional<byte[]> body) {
        return body.map(b -> new String(b, StandardCharsets.UTF_8)).orElse("");
    }
}
