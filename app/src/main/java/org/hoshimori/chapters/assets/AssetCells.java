package org.hoshimori.chapters.assets;

import static org.hoshimori.chapters.assets.AssetColumns.*;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.catalog.parameters.RegParameters;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.sheets.Field;

/** What assets say in the cells of a table; what is written so is read again as the same. */
final class AssetCells {

    private final List<Field> choices;
    private final Map<DepartmentId, Department> departments;
    private final Map<ItemId, String> systems;
    private final RegParameters.ImportanceRule rule;
    private final Locale locale;
    private final String between;
    private final String everybody;
    private final Map<String, String> laws;

    AssetCells(
            AssetColumns columns,
            List<Field> fields,
            Map<DepartmentId, Department> departments,
            Map<ItemId, String> systems,
            RegParameters.ImportanceRule rule,
            Locale locale) {
        this.choices = fields.stream().filter(f -> !f.choices().isEmpty()).toList();
        this.departments = departments;
        this.systems = systems;
        this.rule = rule;
        this.locale = locale;
        this.between = columns.between(locale);
        this.everybody = columns.everybody().label(locale);
        this.laws = columns.laws().stream().collect(Collectors.toMap(Field.Choice::code, c -> c.label(locale)));
    }

    List<Map<String, String>> of(List<Asset> assets) {
        return assets.stream().map(this::of).toList();
    }

    private Map<String, String> of(Asset asset) {
        Values values = asset.rating().values();
        int stated = asset.rating().statedImportance();
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(CODE, asset.code());
        cells.put(AREA, asset.area());
        cells.put(NAME, asset.name());
        cells.put(NOTE, asset.note());
        cells.put(USERS, users(asset));
        cells.put(DEPARTMENT, name(asset.department()));
        cells.put(PLACE, asset.keeping().place());
        cells.put(MEDIUM, asset.keeping().medium().code());
        cells.put(
                SYSTEMS,
                asset.keeping().systems().stream()
                        .map(s -> systems.getOrDefault(s, ""))
                        .filter(n -> !n.isEmpty())
                        .collect(Collectors.joining(between)));
        cells.put(PERSONAL, asset.personal().code());
        cells.put(CONFIDENTIALITY, Integer.toString(values.confidentiality()));
        cells.put(INTEGRITY, Integer.toString(values.integrity()));
        cells.put(AVAILABILITY, Integer.toString(values.availability()));
        cells.put(IMPORTANCE, Integer.toString(stated > 0 ? stated : values.importance(rule)));
        cells.put(
                RETENTION,
                asset.keeping()
                        .retention()
                        .map(LocalDate::toString)
                        .orElse(asset.keeping().term()));
        cells.put(REGISTERED, asset.registeredOn().toString());
        cells.put(
                LEGAL, asset.legal().stream().map(l -> laws.getOrDefault(l, l)).collect(Collectors.joining(between)));
        cells.put(REASON, asset.rating().reason());
        choices.forEach(f -> cells.computeIfPresent(f.code(), (_, code) -> f.label(code, locale)));
        return cells;
    }

    /** All who may use it; its own department first, as companies write it. */
    private String users(Asset asset) {
        Stream<String> inside = asset.scope().everybody()
                ? Stream.of(everybody)
                : Stream.concat(Stream.of(asset.department()), asset.scope().departments().stream())
                        .map(this::name);
        return Stream.of(inside, Optional.of(asset.scope().outsiders()).filter(o -> !o.isEmpty()).stream())
                .flatMap(Function.identity())
                .collect(Collectors.joining(between));
    }

    private String name(DepartmentId id) {
        Department department = departments.get(id);
        return department == null ? "" : department.nameIn(locale.getLanguage());
    }
}
