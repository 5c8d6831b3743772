package org.hoshimori.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes an object apart, member by member; refuses what is absent, of another type, or left over. */
final class Members {

    private final Json.Obj object;
    private final Set<String> taken = new HashSet<>();

    Members(Json value) {
        if (!(value instanceof Json.Obj obj)) {
            throw ProofRefused.of("member.not-object");
        }
        this.object = obj;
    }

    @Nullable
    Json orNull(String name) {
        taken.add(name);
        return object.members().get(name);
    }

    Json any(String name) {
        Json value = orNull(name);
        if (value == null) {
            throw ProofRefused.of("member.absent", name);
        }
        return value;
    }

    String text(String name) {
        if (any(name) instanceof Json.Str(String text)) {
            return text;
        }
        throw wrong(name);
    }

    @Nullable
    String textOrNull(String name) {
        return orNull(name) == null ? null : text(name);
    }

    Hash hash(String name) {
        return Hash.parse(text(name));
    }

    @Nullable
    Hash hashOrNull(String name) {
        return orNull(name) == null ? null : hash(name);
    }

    long whole(String name) {
        if (any(name) instanceof Json.Num(double number)
                && number == Math.rint(number)
                && Math.abs(number) <= CanonicalJson.LARGEST_WHOLE) {
            return (long) number;
        }
        throw wrong(name);
    }

    int integer(String name) {
        long whole = whole(name);
        if (whole == (int) whole) {
            return (int) whole;
        }
        throw wrong(name);
    }

    boolean truth(String name) {
        if (any(name) instanceof Json.Bool(boolean truth)) {
            return truth;
        }
        throw wrong(name);
    }

    Instant time(String name) {
        return Micros.parse(text(name));
    }

    List<Json> array(String name) {
        if (any(name) instanceof Json.Arr(var values)) {
            return values;
        }
        throw wrong(name);
    }

    List<Hash> hashes(String name) {
        List<Hash> hashes = new ArrayList<>();
        for (Json value : array(name)) {
            if (!(value instanceof Json.Str(String hex))) {
                throw wrong(name);
            }
            hashes.add(Hash.parse(hex));
        }
        return hashes;
    }

    void end() {
        for (String name : object.members().keySet()) {
            if (!taken.contains(name)) {
                throw ProofRefused.of("member.unknown", name);
            }
        }
    }

    private static ProofRefused wrong(String name) {
        return ProofRefused.of("member.type", name);
    }
}
