package org.hoshimori.core.passwords;

import java.util.function.BooleanSupplier;

/**
 * Somebody's way through a {@link Lane} who logs in: from the door, by the hash, until {@link #close} lets the next one come. Of
 * one thread.
 */
public final class Passage implements AutoCloseable {

    private final PasswordHashing hashing;
    private final Lane lane;
    private final boolean always;
    private boolean atTheDoor;
    private boolean inside = true;

    private Passage(PasswordHashing hashing, Lane lane, boolean always) {
        this.hashing = hashing;
        this.lane = lane;
        this.always = always;
        this.atTheDoor = !always;
    }

    /** Of somebody who stands at the lane's door. */
    static Passage atTheDoor(PasswordHashing hashing, Lane lane) {
        return new Passage(hashing, lane, false);
    }

    /** Of somebody inside for whom there is always room. */
    static Passage always(PasswordHashing hashing, Lane lane) {
        return new Passage(hashing, lane, true);
    }

    /** Whether it is the hash of this password. */
    public boolean matches(String password, String hash) {
        leaveTheDoor();
        lane.beginHash();
        try {
            return hashing.matches(password, hash);
        } finally {
            lane.endHash();
        }
    }

    /** Takes as long as a real comparison. */
    public void compareWithNobodys(String password) {
        matches(password, hashing.nobodys());
    }

    /**
     * Out of others' way for as long as something else is waited for. Whoever has got it comes back however full the lane is,
     * whoever has not only where there is room.
     *
     * @return whether it was got
     */
    public boolean aside(BooleanSupplier waiting) {
        leaveTheDoor();
        lane.leave();
        inside = false;
        boolean got = waiting.getAsBoolean();
        inside = lane.comeBack(got || always);
        return got;
    }

    /** Whether there was no room to come back, so that nothing more may be asked. */
    public boolean isLost() {
        return !inside;
    }

    private void leaveTheDoor() {
        if (atTheDoor) {
            atTheDoor = false;
            lane.leaveTheDoor();
        }
    }

    @Override
    public void close() {
        leaveTheDoor();
        if (inside) {
            inside = false;
            lane.leave();
        }
    }
}
