package org.hoshimori.proof;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON value, immutable, as I-JSON (RFC 7493) has them: numbers are doubles, texts hold no lone surrogate. */
public sealed interface Json {

    /** Members in the order of their names' UTF-16 code units, which is Java's order of strings (RFC 8785 3.2.3). */
    record Obj(SortedMap<String, Json> members) implements Json {
        /** Keeps a copy, in the order of the names whatever order the members came in. */
        public Obj {
            Map<String, Json> given = members;
            SortedMap<String, Json> copy = new TreeMap<>(given);
            copy.forEach((name, value) -> {
                requireUnicode(name);
                Objects.requireNonNull(value);
            });
            members = Collections.unmodifiableSortedMap(copy);
        }

        /** The member of this name, if there is one. */
        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /** This object with one member more, or that member replaced. */
        public Obj with(String name, Json value) {
            TreeMap<String, Json> more = new TreeMap<>(members);
            more.put(name, value);
            return new Obj(more);
        }

        Obj without(String name) {
            TreeMap<String, Json> fewer = new TreeMap<>(members);
            fewer.remove(name);
            return new Obj(fewer);
        }
    }

    /** Values in their order. */
    record Arr(List<Json> values) implements Json {
        /** Keeps a copy. */
        public Arr {
            values = List.copyOf(values);
        }
    }

    /** A text. */
    record Str(String value) implements Json {
        /** Refuses lone surrogates. */
        public Str {
            requireUnicode(value);
        }
    }

    /** A number; minus zero is zero. */
    record Num(double value) implements Json {
        /** Refuses NaN and the infinities (RFC 8785 3.2.2.3). */
        public Num {
            if (!Double.isFinite(value)) {
                throw ProofRefused.of("json.not-finite");
            }
            value = value == 0 ? 0 : value;
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Json {}

    /** Null. */
    record Null() implements Json {}

    /** An object without members, to build on by {@link Obj#with}. */
    static Obj object() {
        return new Obj(new TreeMap<>());
    }

    /** An object of these members. */
    static Obj object(Map<String, ? extends Json> members) {
        return new Obj(new TreeMap<>(members));
    }

    /** A text. */
    static Str of(String value) {
        return new Str(value);
    }

    /** A whole number; refuses those that a double does not hold exactly (beyond 2^53 - 1). */
    static Num of(long value) {
        if (Math.abs(value) > CanonicalJson.LARGEST_WHOLE) {
            throw ProofRefused.of("json.too-large-whole", value);
        }
        return new Num(value);
    }

    private static void requireUnicode(String text) {
        // A pair is one code point; what is left as a surrogate stood alone.
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw ProofRefused.of("json.lone-surrogate");
            }
        }
    }
}
