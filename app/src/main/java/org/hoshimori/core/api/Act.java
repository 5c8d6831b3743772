package org.hoshimori.core.api;

import java.util.Optional;
import java.util.Set;
import org.springframework.validation.BindingResult;

/**
 * Something that may be done with a resource, through the front door that the page uses.
 *
 * @param name of what is done, in addresses and in the description; unique within the resource
 * @param doers who may: whoever has one of these permissions; everybody where there is none
 * @param form what is sent, bound and judged as the page's form is
 * @param aside what of the form only the page needs
 */
public record Act<F extends Record>(
        Kind kind, String name, Set<String> doers, Class<F> form, Set<String> aside, Doing<F> doing) {

    /** The version of what is replaced; whoever serves fills it in from what was read. */
    public static final String VERSION = "version";

    /** How it is called. */
    public enum Kind {
        /** {@code POST /CODE}: there is one more then. */
        ENTER,
        /** {@code PUT /CODE/ID}: all of it is described anew. */
        REPLACE,
        /** {@code POST /CODE/ID/NAME}. */
        DO
    }

    /** Does it. */
    @FunctionalInterface
    public interface Doing<F> {

        /**
         * The id of what was entered, replaced or worked on; none where it was refused, and {@code errors} says why.
         *
         * @param id of what it is done to; empty where something is entered
         */
        Optional<String> perform(String id, F form, BindingResult errors, Caller caller);
    }

    /** Enters one more. */
    public static <F extends Record> Act<F> enter(Set<String> doers, Class<F> form, Doing<F> doing) {
        return new Act<>(Kind.ENTER, "enter", doers, form, Set.of(), doing);
    }

    /** Describes one anew. */
    public static <F extends Record> Act<F> replace(Set<String> doers, Class<F> form, Doing<F> doing) {
        return new Act<>(Kind.REPLACE, "replace", doers, form, Set.of(), doing);
    }

    /** Does something else with one. */
    public static <F extends Record> Act<F> of(String name, Set<String> doers, Class<F> form, Doing<F> doing) {
        return new Act<>(Kind.DO, name, doers, form, Set.of(), doing);
    }

    /** The same without what only the page needs. */
    public Act<F> without(String... members) {
        return new Act<>(kind, name, doers, form, Set.of(members), doing);
    }
}
