package org.hoshimori.core.approvals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;

/**
 * A request as it stands.
 *
 * @param record canonical JSON of what is decided on
 * @param line all seats, in their order
 * @param settledAt when it came to its end; empty while it is open
 */
record Request(
        RequestId id,
        String kind,
        String subject,
        Optional<String> clause,
        String record,
        int projection,
        String address,
        Actor requestedBy,
        Instant requestedAt,
        Optional<LocalDate> expiresOn,
        String revision,
        State state,
        Optional<Instant> settledAt,
        List<Sitting> line) {

    Request {
        line = List.copyOf(line);
    }

    static List<Sitting> sittings(List<List<Seat>> line) {
        List<Sitting> sittings = new ArrayList<>();
        for (int position = 0; position < line.size(); position++) {
            for (int number = 0; number < line.get(position).size(); number++) {
                sittings.add(new Sitting(position, number, line.get(position).get(number), Optional.empty()));
            }
        }
        return sittings;
    }

    boolean open() {
        return state == State.OPEN;
    }

    /** The seats whose turn it is. */
    List<Sitting> waiting() {
        int turn = line.stream()
                .filter(s -> !s.decided())
                .mapToInt(Sitting::position)
                .min()
                .orElse(-1);
        return open()
                ? line.stream()
                        .filter(s -> s.position() == turn && !s.decided())
                        .toList()
                : List.of();
    }

    /** With a decision made on a seat whose turn it is; the last yes settles it, and so does the first no. */
    Request decided(Sitting on, Decision decision) {
        if (!waiting().contains(on)) {
            throw new IllegalArgumentException("not this seat's turn");
        }
        List<Sitting> after =
                line.stream().map(s -> s.equals(on) ? s.with(decision) : s).toList();
        State next = switch (decision.verdict()) {
            case APPROVE -> after.stream().allMatch(Sitting::decided) ? State.APPROVED : State.OPEN;
            case RETURN -> State.RETURNED;
            case REFUSE -> State.REFUSED;
        };
        return with(after, next, decision.at());
    }

    /** At an end that is no decision. */
    Request ended(State end, Instant at) {
        if (!open()) {
            throw new IllegalStateException("ended already: " + state);
        }
        return with(line, end, at);
    }

    private Request with(List<Sitting> after, State next, Instant at) {
        return new Request(
                id,
                kind,
                subject,
                clause,
                record,
                projection,
                address,
                requestedBy,
                requestedAt,
                expiresOn,
                revision,
                next,
                next == State.OPEN ? Optional.empty() : Optional.of(at),
                after);
    }
}
