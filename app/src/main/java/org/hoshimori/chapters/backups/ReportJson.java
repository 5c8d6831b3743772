package org.hoshimori.chapters.backups;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.hoshimori.proof.CanonicalJson;
import org.hoshimori.proof.Json;
import org.hoshimori.proof.ProofRefused;

/** JSON as tools write it; a member that is missing or of another type is empty, so that newer and older versions can be read. */
record ReportJson(Json.Obj object) {

    /** An object, if the text is one. */
    static Optional<ReportJson> of(String text) {
        try {
            return CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8)) instanceof Json.Obj object
                    ? Optional.of(new ReportJson(object))
                    : Optional.empty();
        } catch (ProofRefused e) {
            return Optional.empty();
        }
    }

    Optional<ReportJson> within(String member) {
        return object.get(member).filter(Json.Obj.class::isInstance).map(o -> new ReportJson((Json.Obj) o));
    }

    String text(String member) {
        return object.get(member)
                .filter(Json.Str.class::isInstance)
                .map(s -> ((Json.Str) s).value())
                .orElse("");
    }

    Optional<Double> number(String member) {
        return object.get(member).filter(Json.Num.class::isInstance).map(n -> ((Json.Num) n).value());
    }

    /** A size, or that it is not known. */
    long bytes(String member) {
        return number(member).filter(n -> n >= 0).map(Double::longValue).orElse(Result.UNKNOWN);
    }

    /** A time as ISO 8601 writes it, with a zone or without. */
    Optional<Instant> time(String member, ZoneId zone) {
        String text = text(member);
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            try {
                return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
            } catch (DateTimeException f) {
                return Optional.empty();
            }
        }
    }
}
