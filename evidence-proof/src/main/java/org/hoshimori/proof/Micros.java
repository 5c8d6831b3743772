package org.hoshimori.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as they stand in headers and heads: UTC with six decimals, {@code 2026-11-25T03:04:05.123456Z}. */
final class Micros {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Micros() {}

    static void require(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST) || !time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
            throw ProofRefused.of("header.time", time);
        }
    }

    static String text(Instant time) {
        return FORMAT.format(time);
    }

    static Instant parse(String text) {
        try {
            Instant time = Instant.parse(text);
            if (text(time).equals(text)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Refused below, like a time in another spelling.
        }
        throw ProofRefused.of("header.time", text);
    }
}
