package org.hoshimori.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value in a clause that the operator may set (OSCAL {@code param}).
 *
 * @param id clause id, underscore, name
 * @param label what it is called in forms and lists
 * @param help a longer explanation, or null
 * @param unit kebab-case unit of an integer ({@code characters}), or null
 * @param direction which way is stricter
 * @param sample the sample value, or null where the operator must fill it in
 * @param choices of a choice: the codes with their words, in the source's order
 * @param stricter of a choice: codes from strictest to weakest; of choices: {@code fewer} or {@code more}; else empty
 * @param anyOf of several choices: whether they print joined by "or" rather than "and"
 * @param openness whether the sample leaves the place open
 * @param origin whose the sample value is
 * @param group a word shared by parameters that belong together (who × how often), or null
 * @param law what statute demands, or null
 * @param guidance where current guidance has moved on from the sample, or null
 * @param when condition under which the parameter matters, or null
 */
public record Parameter(
        String id,
        ParameterType type,
        Words label,
        @Nullable Words help,
        @Nullable String unit,
        Direction direction,
        @Nullable Value sample,
        List<Choice> choices,
        List<String> stricter,
        boolean anyOf,
        Openness openness,
        Origin origin,
        @Nullable String group,
        @Nullable Law law,
        @Nullable Words guidance,
        @Nullable String when) {

    /** One alternative of a choice. */
    public record Choice(String code, Words words) {}

    /**
     * What statute demands of the value.
     *
     * @param direction at least, at most, or exactly this value
     * @param bound the statute's own figure
     * @param citation which statute, in words
     */
    public record Law(Direction direction, Value bound, Words citation) {}

    /** The clause (or chapter) that the parameter stands in. */
    public String clause() {
        return id.substring(0, id.indexOf('_'));
    }

    /** The part of the id after the underscore. */
    public String name() {
        return id.substring(id.indexOf('_') + 1);
    }

    /** The alternative of this code, if there is one. */
    public Optional<Choice> choice(String code) {
        return choices.stream().filter(c -> c.code().equals(code)).findFirst();
    }
}
