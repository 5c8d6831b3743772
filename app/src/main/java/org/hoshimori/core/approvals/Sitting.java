package org.hoshimori.core.approvals;

import java.util.Optional;

/**
 * A seat in a request's line with what was decided on it.
 *
 * @param position of the step, from 0; seats of one position decide side by side
 * @param number of the seat within its step, from 0
 */
record Sitting(int position, int number, Seat seat, Optional<Decision> decision) {

    boolean decided() {
        return decision.isPresent();
    }

    Sitting with(Decision made) {
        return new Sitting(position, number, seat, Optional.of(made));
    }
}
