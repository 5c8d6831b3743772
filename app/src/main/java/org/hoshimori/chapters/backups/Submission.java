package org.hoshimori.chapters.backups;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A result as a program sends it.
 *
 * @param plan the plan's code, or empty where the token alone says which it is
 * @param key what the program calls the run
 */
public record Submission(String plan, String key, Result result) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> MEMBERS =
            Set.of("plan", "run", "status", "bytes", "started", "finished", "message");

    /** What reading comes to. */
    sealed interface Outcome {
        /** It can be read. */
        record Read(Submission submission) implements Outcome {}

        /** It can't, and which member is wrong. */
        record Wrong(String member) implements Outcome {}
    }

    static Outcome read(String text, Instant now) {
        Optional<ReportJson> object = ReportJson.of(text);
        if (object.isEmpty()) {
            return new Outcome.Wrong("");
        }
        ReportJson sent = object.get();
        Optional<String> unknown = sent.object().members().keySet().stream()
                .filter(m -> !MEMBERS.contains(m))
                .findFirst();
        if (unknown.isPresent()) {
            return new Outcome.Wrong(unknown.get());
        }
        String status = sent.text("status");
        Optional<Instant> finished = time(sent, "finished", now);
        Optional<Instant> started = finished.flatMap(f -> time(sent, "started", f));
        if (!status.equals("ok") && !status.equals("failed")) {
            return new Outcome.Wrong("status");
        }
        if (finished.isEmpty()) {
            return new Outcome.Wrong("finished");
        }
        if (started.filter(s -> !s.isAfter(finished.get())).isEmpty()) {
            return new Outcome.Wrong("started");
        }
        if (sent.object().get("bytes").isPresent() && sent.bytes("bytes") == Result.UNKNOWN) {
            return new Outcome.Wrong("bytes");
        }
        String key = sent.text("run").isEmpty() ? "at:" + finished.get() : sent.text("run");
        return new Outcome.Read(new Submission(
                sent.text("plan"),
                key,
                new Result(
                        status.equals("ok"),
                        started.get(),
                        finished.get(),
                        sent.bytes("bytes"),
                        sent.text("message"))));
    }

    /** The same, for a program to send. */
    public String written() {
        ObjectNode sent = JSON.createObjectNode()
                .put("plan", plan)
                .put("run", key)
                .put("status", result.ok() ? "ok" : "failed")
                .put("started", result.begun().toString())
                .put("finished", result.ended().toString())
                .put("message", result.note());
        if (result.bytes() != Result.UNKNOWN) {
            sent.put("bytes", result.bytes());
        }
        return sent.toString();
    }

    private static Optional<Instant> time(ReportJson sent, String member, Instant otherwise) {
        if (sent.object().get(member).isEmpty()) {
            return Optional.of(otherwise);
        }
        try {
            return Optional.of(OffsetDateTime.parse(sent.text(member)).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
