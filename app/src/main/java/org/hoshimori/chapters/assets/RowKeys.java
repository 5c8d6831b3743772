package org.hoshimori.chapters.assets;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentsCalled;
import org.hoshimori.core.sheets.Entry;
import org.hoshimori.core.sheets.Importable;

/**
 * What tells the rows of a table of assets apart: the code, where a row has one; otherwise its name, department and place (medium
 * included). An asset whose place alone has changed is still itself as long as no other one of the department is called so.
 */
final class RowKeys {

    private static final String CODED = "#";
    private static final char PART = '\u001F';

    private RowKeys() {}

    private record Called(String name, String department, String place) {

        static Called of(String key) {
            int first = key.indexOf(PART);
            int second = key.indexOf(PART, first + 1);
            return new Called(key.substring(0, first), key.substring(first + 1, second), key.substring(second + 1));
        }

        String withoutPlace() {
            return name + PART + department.toLowerCase(Locale.ROOT);
        }
    }

    static Importable.Key of(Entry entry) {
        String code = text(entry, AssetColumns.CODE);
        String name = text(entry, AssetColumns.NAME);
        return code.isEmpty()
                ? new Importable.Key(
                        AssetColumns.NAME,
                        name.isEmpty() ? "" : name + PART + text(entry, AssetColumns.DEPARTMENT) + PART + place(entry))
                : new Importable.Key(AssetColumns.CODE, coded(code));
    }

    private static String place(Entry entry) {
        String place = text(entry, AssetColumns.PLACE);
        return place.isEmpty() ? text(entry, AssetColumns.MEDIUM) : place;
    }

    private static String text(Entry entry, String field) {
        return entry.text(field).orElse("");
    }

    static String coded(String code) {
        return CODED + PART + code;
    }

    static List<String> codes(Collection<String> keys) {
        return keys.stream()
                .filter(k -> k.startsWith(coded("")))
                .map(k -> k.substring(coded("").length()))
                .toList();
    }

    static List<String> names(Collection<String> keys) {
        return keys.stream()
                .filter(k -> !k.startsWith(coded("")))
                .map(k -> Called.of(k).name())
                .distinct()
                .toList();
    }

    /** Which of these assets, all of those in use by the names, the keys mean. */
    static Map<String, Asset> called(Collection<String> keys, List<Asset> assets, DepartmentsCalled departments) {
        Map<String, List<Asset>> byName = assets.stream().collect(Collectors.groupingBy(Asset::name));
        Map<String, Long> alike = keys.stream()
                .filter(k -> !k.startsWith(coded("")))
                .map(k -> Called.of(k).withoutPlace())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, List<DepartmentId>> meant = new HashMap<>();
        Map<String, Asset> found = new HashMap<>();
        for (String key : keys) {
            if (key.startsWith(coded(""))) {
                continue;
            }
            Called called = Called.of(key);
            List<DepartmentId> department =
                    meant.computeIfAbsent(called.department(), text -> departments.meant(text, null));
            List<Asset> candidates = byName.getOrDefault(called.name(), List.of()).stream()
                    .filter(a -> department.contains(a.department()))
                    .toList();
            candidates.stream()
                    .filter(a -> a.keeping().place().equals(called.place())
                            || (candidates.size() == 1 && alike.getOrDefault(called.withoutPlace(), 0L) == 1))
                    .findFirst()
                    .ifPresent(a -> found.put(key, a));
        }
        return found;
    }
}
