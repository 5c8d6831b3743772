package org.hoshimori.core.organization;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a department from a form or an address, where nothing chosen comes as an empty text. */
@Component
class BlankIsNoDepartment implements Converter<String, @Nullable DepartmentId> {

    @Override
    public @Nullable DepartmentId convert(String text) {
        return text.isBlank() ? null : DepartmentId.of(text);
    }
}
