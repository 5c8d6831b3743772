package org.hoshimori.proof;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of an entry that is never removed: who did what to what, when, under which clause. It holds ids, not names,
 * so that the detail can be redacted and the header stay.
 *
 * @param sequence counts from 1 without gaps within an epoch, never used twice in a record
 * @param epoch counts from 1; a restore begins the next
 * @param time UTC, whole microseconds
 * @param actor the id of whom acted
 * @param act a dotted name with its version, such as {@code asset.taken-out/1}
 * @param subject the id of what was acted on
 * @param clause the clause that asks for the record, if one does
 * @param revision the regulation's revision in force, if there was one
 * @param demo made up for a demonstration
 */
public record Header(
        long sequence,
        int epoch,
        Instant time,
        String actor,
        String act,
        String subject,
        @Nullable String clause,
        @Nullable String revision,
        boolean demo) {

    private static final Pattern ACT = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+/[1-9][0-9]{0,4}");
    private static final Pattern ID =
            Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\s](?:[^\\p{Cntrl}\\p{Cf}]{0,198}[^\\p{Cntrl}\\p{Cf}\\s])?");

    /** Refuses what no entry can be: {@link ProofRefused}. */
    public Header {
        if (sequence < 1 || sequence > CanonicalJson.LARGEST_WHOLE) {
            throw ProofRefused.of("header.sequence", sequence);
        }
        if (epoch < 1) {
            throw ProofRefused.of("header.epoch", epoch);
        }
        if (act.length() > 200 || !ACT.matcher(act).matches()) {
            throw ProofRefused.of("header.act", act);
        }
        Micros.require(time);
        requireId("actor", actor);
        requireId("subject", subject);
        requireId("clause", clause);
        requireId("revision", revision);
    }

    /** The canonical JSON that is hashed; {@code clause} and {@code revision} are left out where absent. */
    public byte[] headerBytes() {
        return CanonicalJson.bytes(json());
    }

    /** Cuts an instant to the microsecond, as a header wants it. */
    public static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    Json.Obj json() {
        SortedMap<String, Json> members = new TreeMap<>();
        members.put("sequence", Json.of(sequence));
        members.put("epoch", Json.of(epoch));
        members.put("time", Json.of(Micros.text(time)));
        members.put("actor", Json.of(actor));
        members.put("act", Json.of(act));
        members.put("subject", Json.of(subject));
        members.put("demo", new Json.Bool(demo));
        if (clause != null) {
            members.put("clause", Json.of(clause));
        }
        if (revision != null) {
            members.put("revision", Json.of(revision));
        }
        return new Json.Obj(members);
    }

    static Header of(Json value) {
        Members members = new Members(value);
        Header header = new Header(
                members.whole("sequence"),
                members.integer("epoch"),
                members.time("time"),
                members.text("actor"),
                members.text("act"),
                members.text("subject"),
                members.textOrNull("clause"),
                members.textOrNull("revision"),
                members.truth("demo"));
        members.end();
        return header;
    }

    private static void requireId(String what, @Nullable String id) {
        if (id != null && !ID.matcher(id).matches()) {
            throw ProofRefused.of("header.id", what, id);
        }
    }
}
