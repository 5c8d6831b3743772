package org.hoshimori.core.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Problems;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.tokens.BearerAuthentication;
import org.hoshimori.core.tokens.TokenUsed;
import org.hoshimori.proof.Hash;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.validation.BindingResult;

/** Acts, each in one transaction with its Idempotency-Key and its entry in the record. */
@Component
@ConditionalOnWebApplication
class Writing {

    private static final String KEY = "Idempotency-Key";
    private static final String CHANGED = "changed-meanwhile";

    private final Callers callers;
    private final Binding binding;
    private final Replays replays;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Writing(
            Callers callers,
            Binding binding,
            Replays replays,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.callers = callers;
        this.binding = binding;
        this.replays = replays;
        this.transaction = transaction;
        this.events = events;
    }

    /** What an act comes to: its answer, or what was wrong, of which nothing is written but what the front door wrote itself. */
    private sealed interface Outcome {
        record Answered(ResponseEntity<byte[]> answer) implements Outcome {}

        record Wrong(Refused why) implements Outcome {}
    }

    <V extends Record, F extends Record> ResponseEntity<byte[]> perform(
            Resource<V> resource, Act<F> act, String id, HttpServletRequest request) {
        Caller caller = callers.writes(resource.scope(), act.doers(), request);
        Optional<String> key = act.kind() == Act.Kind.REPLACE ? Optional.empty() : key(request);
        byte[] body = Bodies.sent(request);
        Outcome outcome =
                inOneTransaction(() -> claimed(caller, key, body, request).orElseGet(() -> {
                    Outcome done = performed(resource, act, id, body, key, caller, request);
                    if (done instanceof Outcome.Wrong) {
                        replays.release(caller.actor(), key);
                    }
                    return done;
                }));
        return switch (outcome) {
            case Outcome.Answered(ResponseEntity<byte[]> answer) -> answer;
            case Outcome.Wrong(Refused why) -> throw why;
        };
    }

    /** A front door that refuses may have taken back what it had written; then that is all there is to take back. */
    private Outcome inOneTransaction(Supplier<Outcome> act) {
        AtomicReference<Outcome> held = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(_ -> held.set(act.get()));
        } catch (UnexpectedRollbackException e) {
            if (!(held.get() instanceof Outcome.Wrong)) {
                throw e;
            }
        }
        return Objects.requireNonNull(held.get());
    }

    private static Optional<String> key(HttpServletRequest request) {
        Optional<String> key = Optional.ofNullable(request.getHeader(KEY));
        if (key.filter(k -> !k.matches("[\\x21-\\x7e]{1,200}")).isPresent()) {
            throw Refused.of(HttpStatus.BAD_REQUEST, "idempotency-key");
        }
        return key;
    }

    private Optional<Outcome> claimed(Caller caller, Optional<String> key, byte[] body, HttpServletRequest request) {
        return key.flatMap(k -> switch (replays.claim(caller.actor(), k, asked(request, body))) {
            case Replays.Claim.Fresh() -> Optional.empty();
            case Replays.Claim.Other() ->
                Optional.of(new Outcome.Wrong(Refused.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-other")));
            case Replays.Claim.Known(Replays.Answer answer) ->
                Optional.of(new Outcome.Answered(answer(answer, caller, true)));
        });
    }

    private static byte[] asked(HttpServletRequest request, byte[] body) {
        byte[] head = (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return Hash.sha256(all).bytes();
    }

    private <V extends Record, F extends Record> Outcome performed(
            Resource<V> resource,
            Act<F> act,
            String id,
            byte[] body,
            Optional<String> key,
            Caller caller,
            HttpServletRequest request) {
        Optional<V> before =
                act.kind() == Act.Kind.ENTER ? Optional.empty() : Optional.of(Reading.found(resource, id, caller));
        if (act.kind() == Act.Kind.REPLACE) {
            before.ifPresent(read -> unchanged(read, request));
        }
        int version = before.map(Writing::version).orElse(0);
        Binding.Bound<F> bound = binding.bind(act, Bodies.object(request, body), version, caller.locale());
        F form = bound.form();
        BindingResult errors = bound.errors();
        Optional<String> done = errors.hasErrors() || form == null
                ? Optional.empty()
                : act.doing().perform(id, form, errors, caller);
        if (done.isEmpty()) {
            return new Outcome.Wrong(refused(act, errors, caller));
        }
        if (SecurityContextHolder.getContext().getAuthentication() instanceof BearerAuthentication bearer) {
            events.publishEvent(new TokenUsed(
                    caller.actor(),
                    bearer.token(),
                    resource.code() + "." + act.name(),
                    resource.code() + "/" + done.get()));
        }
        // What the act has done away with is told as it was.
        V after = before.flatMap(was -> resource.find(done.get(), caller).or(() -> before))
                .orElseGet(() -> Reading.found(resource, done.get(), caller));
        byte[] told = Bodies.written(after);
        boolean entered = act.kind() == Act.Kind.ENTER;
        Replays.Answer answer = new Replays.Answer(
                (entered ? HttpStatus.CREATED : HttpStatus.OK).value(),
                entered ? request.getRequestURI() + "/" + done.get() : null,
                Bodies.tag(told),
                new String(told, StandardCharsets.UTF_8));
        key.ifPresent(k -> replays.keep(caller.actor(), k, answer));
        return new Outcome.Answered(answer(answer, caller, false));
    }

    private Refused refused(Act<?> act, BindingResult errors, Caller caller) {
        List<Problems.Wrong> wrong = binding.wrong(errors, caller.locale());
        boolean changed = wrong.stream().anyMatch(w -> w.code().equals(CHANGED));
        return changed
                ? Refused.of(
                        act.kind() == Act.Kind.REPLACE ? HttpStatus.PRECONDITION_FAILED : HttpStatus.CONFLICT,
                        "changed")
                : new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", wrong);
    }

    private static void unchanged(Record before, HttpServletRequest request) {
        String match = request.getHeader(HttpHeaders.IF_MATCH);
        if (match == null) {
            throw Refused.of(HttpStatus.PRECONDITION_REQUIRED, "if-match");
        }
        if (!Reading.matches(match, Bodies.tag(Bodies.written(before)))) {
            throw Refused.of(HttpStatus.PRECONDITION_FAILED, "changed");
        }
    }

    /** Which version was read, where there are versions. */
    private static int version(Record read) {
        for (RecordComponent component : read.getClass().getRecordComponents()) {
            if (component.getName().equals(Act.VERSION)) {
                try {
                    Method accessor = component.getAccessor();
                    accessor.setAccessible(true);
                    return (int) accessor.invoke(read);
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return 0;
    }

    private static ResponseEntity<byte[]> answer(Replays.Answer answer, Caller caller, boolean again) {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        ResponseEntity<byte[]> json = Bodies.json(HttpStatus.valueOf(answer.status()), body, caller.locale());
        ResponseEntity.BodyBuilder full =
                ResponseEntity.status(json.getStatusCode()).headers(json.getHeaders());
        Optional.ofNullable(answer.location()).ifPresent(l -> full.header(HttpHeaders.LOCATION, l));
        Optional.ofNullable(answer.tag()).ifPresent(full::eTag);
        if (again) {
            full.header("Idempotency-Replayed", "true");
        }
        return full.body(body);
    }
}
