package org.hoshimori.catalog;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A parameter's id together with the Java type of its value. Keys are generated from the catalog, so that a misspelled id
 * or a mistaken type does not compile.
 *
 * @param <T> the type in which code reads the value
 */
public sealed interface ParameterKey<T> {

    /** The parameter's id. */
    String id();

    /**
     * The value as code reads it.
     *
     * @throws ClassCastException if the value is of another type, which resolution never hands out
     */
    T read(Value value);

    /** Free words. */
    record OfText(String id) implements ParameterKey<Words> {
        @Override
        public Words read(Value value) {
            return ((Value.OfText) value).words();
        }
    }

    /** The code of one post. */
    record OfPost(String id) implements ParameterKey<String> {
        @Override
        public String read(Value value) {
            return ((Value.OfCodes) value).codes().getFirst();
        }
    }

    /** Codes of posts any of which serves. */
    record OfPosts(String id) implements ParameterKey<List<String>> {
        @Override
        public List<String> read(Value value) {
            return ((Value.OfCodes) value).codes();
        }
    }

    /** A month. */
    record OfMonth(String id) implements ParameterKey<Month> {
        @Override
        public Month read(Value value) {
            return Month.of((int) ((Value.OfInteger) value).number());
        }
    }

    /** A calendar date. */
    record OfDate(String id) implements ParameterKey<LocalDate> {
        @Override
        public LocalDate read(Value value) {
            return ((Value.OfDate) value).date();
        }
    }

    /** A whole number in the parameter's unit. */
    record OfInteger(String id) implements ParameterKey<Long> {
        @Override
        public Long read(Value value) {
            return ((Value.OfInteger) value).number();
        }
    }

    /** A length of time, or the span of a rhythm. */
    record OfSpan(String id) implements ParameterKey<Span> {
        @Override
        public Span read(Value value) {
            return ((Value.OfSpan) value).span();
        }
    }

    /** Yes or no. */
    record OfBoolean(String id) implements ParameterKey<Boolean> {
        @Override
        public Boolean read(Value value) {
            return ((Value.OfBoolean) value).yes();
        }
    }

    /** One of several alternatives. */
    record OfChoice<E extends Enum<E>>(String id, Class<E> type) implements ParameterKey<E> {
        @Override
        public E read(Value value) {
            return constant(type, ((Value.OfCodes) value).codes().getFirst());
        }
    }

    /** One or more of several alternatives. */
    record OfChoices<E extends Enum<E>>(String id, Class<E> type) implements ParameterKey<Set<E>> {
        @Override
        public Set<E> read(Value value) {
            Set<E> chosen = EnumSet.noneOf(type);
            ((Value.OfCodes) value).codes().forEach(code -> chosen.add(constant(type, code)));
            return chosen;
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String code) {
        String name = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return Enum.valueOf(type, Character.isDigit(name.charAt(0)) ? "N" + name : name);
    }
}
