package org.hoshimori.core.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hoshimori.core.storage.Bigrams;
import org.jspecify.annotations.Nullable;

/** Departments as tables name them, in either language. */
public final class DepartmentsCalled {

    private final Collection<Department> departments;
    private final Map<String, List<Department>> byName = new HashMap<>();

    DepartmentsCalled(Collection<Department> departments) {
        this.departments = departments;
        for (Department department : departments) {
            Stream.of(department.name(), department.nameEn())
                    .filter(name -> !name.isEmpty())
                    .map(Bigrams::folded)
                    .distinct()
                    .forEach(name ->
                            byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(department));
        }
    }

    /** Which a text means: the one that was meant before, if that may still be; otherwise all that are open and called so. */
    public List<DepartmentId> meant(String text, @Nullable DepartmentId before) {
        List<Department> named = byName.getOrDefault(Bigrams.folded(text), List.of());
        return named.stream().anyMatch(d -> d.id().equals(before)) && before != null
                ? List.of(before)
                : named.stream()
                        .filter(d -> d.closedOn() == null)
                        .map(Department::id)
                        .toList();
    }

    /** The name, of a department that is open, that comes nearest to one that there is not: within a third of its letters. */
    public Optional<String> nearest(String text) {
        String wanted = Bigrams.folded(text);
        return departments.stream()
                .filter(d -> d.closedOn() == null)
                .flatMap(d -> Stream.of(d.name(), d.nameEn()))
                .filter(name -> !name.isEmpty()
                        && apart(wanted, Bigrams.folded(name))
                                <= Math.max(1, Math.min(wanted.length(), name.length()) / 3))
                .min(Comparator.comparingInt(name -> apart(wanted, Bigrams.folded(name))));
    }

    /** How many letters must be put in, taken out or changed (Levenshtein). */
    private static int apart(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
