package org.hoshimori.chapters.backups;

import java.util.UUID;

/** A backup plan's id. */
public record PlanId(UUID value) {

    /** Reads an id as an address holds it; refuses what is none. */
    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    static PlanId next() {
        return new PlanId(UUID.randomUUID());
    }

    /** As the record names the plan. */
    public String subject() {
        return "backup-plan:" + value;
    }

    /** As the record names its runs: there are so many that they would hide what else happened to the plan. */
    String runs() {
        return "backup-runs:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
