package org.hoshimori.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be set while the story is told, and runs like every other one afterwards. */
final class StoryClock extends Clock {

    private final Clock real;
    private volatile Clock shown;

    StoryClock(Clock real) {
        this.real = real;
        this.shown = real;
    }

    void set(Instant instant) {
        shown = Clock.fixed(instant, real.getZone());
    }

    void release() {
        shown = real;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return shown.withZone(zone);
    }

    @Override
    public Instant instant() {
        return shown.instant();
    }
}
