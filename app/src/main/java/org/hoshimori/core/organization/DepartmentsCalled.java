package org.hoshimori.core.organization;

import java.util.Collection;
import java.util.List;
import org.hoshimori.core.storage.Bigrams;
import org.jspecify.annotations.Nullable;

/** Departments as tables name them, in either language. */
public record DepartmentsCalled(Collection<Department> departments) {

    /** Which a text means: the one that was meant before, if that may still be; otherwise all that are open and called so. */
    public List<DepartmentId> meant(String text, @Nullable DepartmentId before) {
        List<Department> named = departments.stream()
                .filter(d -> same(d.name(), text) || same(d.nameEn(), text))
                .toList();
        return named.stream().anyMatch(d -> d.id().equals(before)) && before != null
                ? List.of(before)
                : named.stream()
                        .filter(d -> d.closedOn() == null)
                        .map(Department::id)
                        .toList();
    }

    private static boolean same(String name, String text) {
        return !name.isEmpty() && Bigrams.folded(name).equals(Bigrams.folded(text));
    }
}
