package org.hoshimori.regulation;

import java.util.List;
import org.hoshimori.yaml.Place;

/**
 * Something in a tailoring that does not fit the catalog, and was therefore left out.
 *
 * @param code message key: {@code unknown-parameter}, {@code wrong-type} …
 * @param subject the id concerned
 * @param arguments of the message, after the subject
 */
public record Misfit(Place place, String code, String subject, List<String> arguments) {

    Misfit(Place place, String code, String subject, String... arguments) {
        this(place, code, subject, List.of(arguments));
    }
}
