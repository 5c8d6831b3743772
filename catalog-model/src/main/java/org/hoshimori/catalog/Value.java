package org.hoshimori.catalog;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;

/** A parameter's value. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Value.OfText.class, name = "text"),
    @JsonSubTypes.Type(value = Value.OfCodes.class, name = "codes"),
    @JsonSubTypes.Type(value = Value.OfInteger.class, name = "integer"),
    @JsonSubTypes.Type(value = Value.OfSpan.class, name = "span"),
    @JsonSubTypes.Type(value = Value.OfDate.class, name = "date"),
    @JsonSubTypes.Type(value = Value.OfBoolean.class, name = "boolean"),
})
public sealed interface Value {

    /** The value as it is written in a tailoring and in JSON, without words: {@code 3}, {@code PT6H}, {@code forbid}. */
    String code();

    /** Free words. */
    record OfText(Words words) implements Value {
        @Override
        public String code() {
            return words.in(Lang.JA);
        }
    }

    /** Codes of posts or choices, in the order given; a single one for {@code post} and {@code choice}. */
    record OfCodes(List<String> codes) implements Value {
        /** Refuses an empty list: nothing chosen is no value. */
        public OfCodes {
            codes = List.copyOf(codes);
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("no code");
            }
        }

        @Override
        public String code() {
            return String.join(", ", codes);
        }
    }

    /** A whole number; a month is one too. */
    record OfInteger(long number) implements Value {
        @Override
        public String code() {
            return Long.toString(number);
        }
    }

    /** A length of time or a rhythm. */
    record OfSpan(Span span) implements Value {
        @Override
        public String code() {
            return span.toString();
        }
    }

    /** A calendar date. */
    record OfDate(LocalDate date) implements Value {
        @Override
        public String code() {
            return date.toString();
        }
    }

    /** Yes or no. */
    record OfBoolean(boolean yes) implements Value {
        @Override
        public String code() {
            return Boolean.toString(yes);
        }
    }
}
