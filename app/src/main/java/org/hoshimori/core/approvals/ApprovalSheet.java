package org.hoshimori.core.approvals;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.core.evidence.SubjectNames;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.proof.CanonicalJson;
import org.hoshimori.proof.Json;
import org.hoshimori.regulation.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes requests as people read them: 決裁 sheets and lines of lists, with names of today. */
@Component
class ApprovalSheet {

    private final Map<String, Approvable> kinds;
    private final List<SubjectNames> names;
    private final RegulationInForce regulation;
    private final Clock clock;

    ApprovalSheet(List<Approvable> kinds, List<SubjectNames> names, RegulationInForce regulation, Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toMap(Approvable::kind, Function.identity()));
        this.names = names;
        this.regulation = regulation;
        this.clock = clock;
    }

    /**
     * A seat as the sheet shows it.
     *
     * @param posts what the regulation calls its posts
     * @param turn whether it is this seat's turn
     */
    record Box(
            int step,
            String posts,
            Optional<String> department,
            boolean turn,
            Optional<Verdict> verdict,
            String by,
            Optional<ZonedDateTime> at,
            boolean standingIn,
            String comment) {}

    /** A line of the record: the code of its label and its value. */
    record Field(String label, String value) {}

    /** Something said. */
    record Said(ZonedDateTime at, String by, String words) {}

    /**
     * A request as it is shown.
     *
     * @param deciders names of those whose turn it is
     */
    record Sheet(
            RequestId id,
            String kind,
            String title,
            Optional<String> clause,
            List<Field> record,
            String address,
            String requestedBy,
            ZonedDateTime requestedAt,
            Optional<LocalDate> expiresOn,
            String revision,
            State state,
            Optional<ZonedDateTime> settledAt,
            List<Box> line,
            List<String> deciders,
            List<Said> remarks) {}

    /** Requests as lines of a list, in the order given; remarks are left out. */
    List<Sheet> lines(List<Request> requests, Seating seating, Locale locale) {
        Map<String, String> called = called(requests, List.of(), seating);
        return requests.stream()
                .map(r -> sheet(r, List.of(), seating, called, locale))
                .toList();
    }

    Sheet of(Request request, List<Remarks.Remark> remarks, Seating seating, Locale locale) {
        return sheet(request, remarks, seating, called(List.of(request), remarks, seating), locale);
    }

    private Sheet sheet(
            Request request, List<Remarks.Remark> remarks, Seating seating, Map<String, String> called, Locale locale) {
        Json.Obj record = json(request);
        List<Sitting> waiting = request.waiting();
        Wording wording = regulation.now().wording(locale);
        return new Sheet(
                request.id(),
                request.kind(),
                title(request, locale),
                request.clause(),
                fields(request.kind(), record, called),
                request.address(),
                called.getOrDefault(
                        request.requestedBy().id(), request.requestedBy().id()),
                request.requestedAt().atZone(clock.getZone()),
                request.expiresOn(),
                request.revision().replaceFirst(".*:", ""),
                request.state(),
                request.settledAt().map(at -> at.atZone(clock.getZone())),
                request.line().stream()
                        .map(s -> box(s, waiting.contains(s), called, wording))
                        .toList(),
                Deciding.all(request, seating).stream()
                        .filter(c -> !c.standingIn() || !c.holderThere())
                        .map(c -> called.getOrDefault("person:" + c.person(), "?"))
                        .distinct()
                        .toList(),
                remarks.stream()
                        .map(r -> new Said(
                                r.at().atZone(clock.getZone()),
                                called.getOrDefault(r.by().id(), r.by().id()),
                                r.words()))
                        .toList());
    }

    private Box box(Sitting sitting, boolean turn, Map<String, String> called, Wording wording) {
        Optional<Decision> decision = sitting.decision();
        return new Box(
                sitting.position() + 1,
                decision.map(d -> wording.title(d.post()))
                        .orElseGet(() -> sitting.seat().posts().stream()
                                .map(wording::title)
                                .collect(Collectors.joining("・"))),
                sitting.seat().inDepartment().map(d -> called.getOrDefault("department:" + d, "")),
                turn,
                decision.map(Decision::verdict),
                decision.map(d -> called.getOrDefault("person:" + d.by(), "?")).orElse(""),
                decision.map(d -> d.at().atZone(clock.getZone())),
                decision.map(Decision::standingIn).orElse(false),
                decision.map(Decision::comment).orElse(""));
    }

    /** What a request is called; one of a room that is gone by its subject. */
    String title(Request request, Locale locale) {
        Approvable kind = kinds.get(request.kind());
        return kind == null ? request.subject() : kind.title(plain(json(request)), locale);
    }

    /** What is decided on, as the asking room wrote it, without names. */
    Map<String, Object> record(Request request) {
        return plain(json(request));
    }

    private static Json.Obj json(Request request) {
        return (Json.Obj) CanonicalJson.parse(request.record().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> plain(Json.Obj record) {
        Map<String, Object> plain = new LinkedHashMap<>();
        record.members().forEach((name, value) -> plain.put(name, text(value)));
        return plain;
    }

    /** In the order of the room that asked; of one that is gone, by name. */
    private List<Field> fields(String kind, Json.Obj record, Map<String, String> called) {
        Approvable room = kinds.get(kind);
        Set<String> order = new LinkedHashSet<>(room == null ? Set.of() : room.members());
        order.retainAll(record.members().keySet());
        order.addAll(record.members().keySet());
        return order.stream()
                .map(name -> new Field(name, shown(record.members().get(name), called)))
                .filter(f -> !f.value().isEmpty())
                .toList();
    }

    private static String shown(@Nullable Json value, Map<String, String> called) {
        if (value == null) {
            return "";
        }
        return value instanceof Json.Arr list
                ? list.values().stream().map(v -> shown(v, called)).collect(Collectors.joining("\n"))
                : called.getOrDefault(text(value), text(value));
    }

    private static String text(Json value) {
        return value instanceof Json.Str text ? text.value() : CanonicalJson.text(value);
    }

    /** What everybody and everything named in these requests is called, asked of each room once. */
    private Map<String, String> called(List<Request> requests, List<Remarks.Remark> remarks, Seating seating) {
        Set<String> ids = new HashSet<>();
        for (Request request : requests) {
            ids.add(request.requestedBy().id());
            json(request).members().values().forEach(v -> gather(v, ids));
            for (Sitting sitting : request.line()) {
                sitting.decision().map(Decision::by).map(PersonId::toString).ifPresent(p -> ids.add("person:" + p));
                sitting.seat().inDepartment().map(DepartmentId::toString).ifPresent(d -> ids.add("department:" + d));
            }
            Deciding.all(request, seating).forEach(c -> ids.add("person:" + c.person()));
        }
        remarks.forEach(r -> ids.add(r.by().id()));
        Map<String, String> called = new LinkedHashMap<>();
        names.forEach(room -> called.putAll(room.namesOf(ids)));
        return called;
    }

    private static void gather(Json value, Set<String> ids) {
        if (value instanceof Json.Arr list) {
            list.values().forEach(v -> gather(v, ids));
        } else if (value instanceof Json.Str text && text.value().matches("[a-z]+:[0-9a-f-]{36}")) {
            ids.add(text.value());
        }
    }
}
