package org.hoshimori.core.organization;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.validation.BindingResult;

/** Days as forms send them: {@code 2026-04-01}. They stay text until they are read, so that a form can show a wrong one again. */
public final class Days {

    private Days() {}

    /** The day, if the text is one. */
    public static Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The day in a field; if there is none that can be read, the field is marked wrong. */
    public static Optional<LocalDate> read(String field, String text, BindingResult errors) {
        Optional<LocalDate> day = read(text);
        if (day.isEmpty()) {
            errors.rejectValue(field, "typeMismatch");
        }
        return day;
    }

    /** The same of a field that may be left empty. */
    public static Optional<LocalDate> readIfAny(String field, String text, BindingResult errors) {
        return text.isBlank() ? Optional.empty() : read(field, text, errors);
    }
}
