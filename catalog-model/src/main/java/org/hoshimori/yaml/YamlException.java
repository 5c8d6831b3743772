package org.hoshimori.yaml;

import java.util.List;

/**
 * A file is not what it should be. Carries a message code and arguments, so that each caller says it in its user's
 * language; {@link #getMessage()} is for developers.
 */
public final class YamlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final String code;
    private final transient List<String> arguments;

    /** An error of this kind at this place. */
    public YamlException(Place place, String code, String... arguments) {
        super(place + ": " + code + " " + List.of(arguments));
        this.place = place;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Where. */
    public Place place() {
        return place;
    }

    /** What: a message key such as {@code yaml.not-a-map}. */
    public String code() {
        return code;
    }

    /** The message's arguments. */
    public List<String> arguments() {
        return arguments;
    }
}
