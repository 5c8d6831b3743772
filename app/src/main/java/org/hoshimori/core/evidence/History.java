package org.hoshimori.core.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.proof.CanonicalJson;
import org.hoshimori.proof.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the record holds of one subject, for the subject's own page. */
@Component
public class History {

    private static final String AND = ", ";
    private static final Pattern LIST = Pattern.compile(AND);

    private final RecordList list;
    private final Names names;
    private final Clock clock;

    History(RecordList list, Names names, Clock clock) {
        this.list = list;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Something that happened to the subject.
     *
     * @param actor by name where it is known, otherwise the id
     * @param change whether there was something before
     * @param changes none where the detail was removed or tells of no fields
     */
    public record Line(ZonedDateTime time, String actor, String act, boolean change, List<Change> changes) {}

    /**
     * A field that was another one before.
     *
     * @param before empty where the subject was entered
     * @param after ids by name where they are known
     */
    public record Change(String field, String before, String after) {}

    /** The latest that happened, first; no more than a page of them. */
    public List<Line> of(String subject) {
        List<RecordList.Row> rows = list.page(
                new RecordList.Wish(subject, "", "", Optional.empty(), Optional.empty(), 0),
                Set.of(subject),
                clock.getZone());
        List<RecordList.Row> about =
                rows.stream().filter(r -> r.subject().equals(subject)).toList();
        List<List<Change>> changes =
                about.stream().map(r -> changes(r.detail())).toList();
        Map<String, String> called = names.of(Stream.concat(
                        about.stream().map(RecordList.Row::actor),
                        changes.stream()
                                .flatMap(List::stream)
                                .flatMap(c -> Stream.of(c.before(), c.after()))
                                .flatMap(History::single))
                .filter(id -> id.contains(":"))
                .collect(Collectors.toSet()));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < about.size(); i++) {
            RecordList.Row row = about.get(i);
            lines.add(new Line(
                    row.time(),
                    called.getOrDefault(row.actor(), row.actor()),
                    row.act(),
                    row.detail() != null && row.detail().startsWith("{\"after\":{"),
                    changes.get(i).stream()
                            .map(c -> new Change(c.field(), named(c.before(), called), named(c.after(), called)))
                            .toList()));
        }
        return lines;
    }

    /** What a list consists of, which is told as one text. */
    private static Stream<String> single(String text) {
        return LIST.splitAsStream(text);
    }

    private static String named(String text, Map<String, String> called) {
        return single(text).map(t -> called.getOrDefault(t, t)).collect(Collectors.joining(AND));
    }

    private static List<Change> changes(@Nullable String detail) {
        if (detail == null || !(CanonicalJson.parse(detail.getBytes(StandardCharsets.UTF_8)) instanceof Json.Obj all)) {
            return List.of();
        }
        if (all.get("before").orElse(null) instanceof Json.Obj before
                && all.get("after").orElse(null) instanceof Json.Obj after) {
            Set<String> fields = new LinkedHashSet<>(before.members().keySet());
            fields.addAll(after.members().keySet());
            return fields.stream()
                    .map(f -> new Change(f, text(before.get(f)), text(after.get(f))))
                    .toList();
        }
        return all.members().entrySet().stream()
                .map(e -> new Change(e.getKey(), "", text(Optional.of(e.getValue()))))
                .filter(c -> !c.after().isEmpty())
                .toList();
    }

    private static String text(Optional<Json> value) {
        return switch (value.orElse(new Json.Null())) {
            case Json.Str(String text) -> text;
            case Json.Num(double number) ->
                number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
            case Json.Bool(boolean truth) -> Boolean.toString(truth);
            case Json.Null _ -> "";
            case Json.Arr(List<Json> values) ->
                values.stream().map(v -> text(Optional.of(v))).collect(Collectors.joining(AND));
            case Json.Obj _ -> "";
        };
    }
}
