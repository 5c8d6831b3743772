package org.hoshimori.chapters.backups;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A run of a plan whose result came in.
 *
 * @param key what whoever reported calls it: reported again under the same key, it is the same run
 * @param way by which it came in: {@code api}, {@code command}, {@code hand}
 */
public record Run(UUID id, String key, Result result, Judged judged, Instant reported, String way, String by) {

    /** What we make of a result. */
    public enum Judged {
        /** It is good. */
        FINE("fine"),
        /** It did not work. */
        FAILED("failed"),
        /** It worked, but there is too little of it. */
        TOO_SMALL("too-small");

        private final String code;

        Judged(String code) {
            this.code = code;
        }

        /** The code in the database and in messages. */
        public String code() {
            return code;
        }

        static Judged of(String code) {
            return Arrays.stream(values())
                    .filter(j -> j.code.equals(code))
                    .findFirst()
                    .orElseThrow();
        }

        /** Of a result, given the sizes of good runs before it, the newest first. */
        static Judged of(Result result, Plan plan, List<Long> before) {
            if (!result.ok()) {
                return FAILED;
            }
            if (result.bytes() == Result.UNKNOWN) {
                return FINE;
            }
            List<Long> sorted = before.stream().sorted().toList();
            long usual = sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
            boolean shrunk = result.bytes() < usual / 100.0 * (100 - plan.shrink());
            return shrunk || result.bytes() < plan.leastBytes() ? TOO_SMALL : FINE;
        }
    }
}
