package org.hoshimori.core.organization;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a person from a form or an address, where nobody chosen comes as an empty text. */
@Component
class BlankIsNobody implements Converter<String, @Nullable PersonId> {

    @Override
    public @Nullable PersonId convert(String text) {
        return text.isBlank() ? null : PersonId.of(text);
    }
}
