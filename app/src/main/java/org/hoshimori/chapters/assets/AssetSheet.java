package org.hoshimori.chapters.assets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.core.estate.ItemId;
import org.hoshimori.core.estate.Levels;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.sheets.Entry;
import org.hoshimori.core.sheets.Field;
import org.hoshimori.core.sheets.Importable;
import org.hoshimori.core.sheets.Vocabulary;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register as a table. Rows are told apart by their code; rows without one by name and department, and by the place where
 * several are called the same ({@link RowKeys}).
 */
@Component
@Order(7)
class AssetSheet implements Importable<Asset> {

    private static final int AT_A_TIME = 2_000;
    private static final int CODES_AT_A_TIME = 100;

    private final Assets assets;
    private final AssetTable table;
    private final AssetList list;
    private final Viewers viewers;
    private final DepartmentRegister departments;
    private final HeldOn heldOn;
    private final ImportanceRule importance;
    private final Levels levels;
    private final Clock clock;
    private final AssetColumns columns;
    /** Given out to nobody else; those that are left when the application stops are never used. */
    private final Queue<String> codes = new ConcurrentLinkedQueue<>();

    AssetSheet(
            Assets assets,
            AssetTable table,
            AssetList list,
            Viewers viewers,
            DepartmentRegister departments,
            HeldOn heldOn,
            ImportanceRule importance,
            Levels levels,
            Clock clock,
            Vocabulary words) {
        this.assets = assets;
        this.table = table;
        this.list = list;
        this.viewers = viewers;
        this.departments = departments;
        this.heldOn = heldOn;
        this.importance = importance;
        this.levels = levels;
        this.clock = clock;
        this.columns = new AssetColumns(words);
    }

    @Override
    public String code() {
        return "assets";
    }

    @Override
    public String authority() {
        return "assets";
    }

    @Override
    public boolean exportedTo(Collection<String> authorities) {
        return true;
    }

    @Override
    public boolean keepsShape() {
        return true;
    }

    @Override
    public String named() {
        return AssetColumns.NAME;
    }

    @Override
    public List<Field> fields() {
        return columns.fields(levels.words(Locale.JAPANESE), levels.words(Locale.ENGLISH));
    }

    @Override
    public Key key(Entry entry) {
        return RowKeys.of(entry);
    }

    @Override
    public Map<String, Asset> known(Collection<String> keys) {
        Map<String, Asset> known = assets.coded(RowKeys.codes(keys)).values().stream()
                .collect(Collectors.toMap(a -> RowKeys.coded(a.code()), a -> a, (a, _) -> a, LinkedHashMap::new));
        List<String> names = RowKeys.names(keys);
        if (!names.isEmpty()) {
            known.putAll(RowKeys.called(keys, table.called(names), departments.called()));
        }
        return known;
    }

    @Override
    public Reader<Asset> reader(List<Entry> entries) {
        Company company =
                new Company.Installed(departments.called(), held(entries), importance.now(), LocalDate.now(clock));
        return new AssetRows(company, columns, fields())::read;
    }

    private Map<String, List<ItemId>> held(List<Entry> entries) {
        return heldOn.meant(entries.stream()
                .flatMap(e -> AssetRows.systems(e.text(AssetColumns.SYSTEMS).orElse("")).stream())
                .collect(Collectors.toSet()));
    }

    @Override
    public List<Map<String, String>> shown(List<Asset> kept, Locale locale) {
        Map<DepartmentId, Department> named = departments.find(kept.stream()
                .flatMap(a -> Stream.concat(Stream.of(a.department()), a.scope().departments().stream()))
                .distinct()
                .toList());
        Map<ItemId, String> held = heldOn.numbers(
                kept.stream().flatMap(a -> a.keeping().systems().stream()).collect(Collectors.toSet()));
        return new AssetCells(columns, fields(), named, held, importance.now(), locale).of(kept);
    }

    @Override
    public Optional<String> write(Asset described, Optional<Asset> before, Actor by) {
        Assets.Outcome outcome = before.isPresent()
                ? assets.change(described, by)
                : described.code().isEmpty() ? registerUncoded(described, by) : assets.register(described, by);
        return switch (outcome) {
            case Assets.Outcome.Done _ -> Optional.empty();
            case Assets.Outcome.Refused(Assets.Refusal why) ->
                Optional.of(
                        switch (why) {
                            case CODE_TAKEN -> "number-taken";
                            case DEPARTMENT_CLOSED -> "department-closed";
                            case LOWERS_VALUE -> "changed-meanwhile";
                            case GONE -> "gone";
                            case CHANGED_MEANWHILE -> "changed-meanwhile";
                        });
        };
    }

    /** With the next code that no row of the same table has brought along. */
    private Assets.Outcome registerUncoded(Asset described, Actor by) {
        Assets.Outcome outcome;
        do {
            outcome = assets.register(described.coded(nextCode()), by);
        } while (outcome instanceof Assets.Outcome.Refused(Assets.Refusal why) && why == Assets.Refusal.CODE_TAKEN);
        return outcome;
    }

    private String nextCode() {
        String code = codes.poll();
        while (code == null) {
            codes.addAll(assets.newCodes(CODES_AT_A_TIME));
            code = codes.poll();
        }
        return code;
    }

    /** Only what whoever asks may see, at one instant. */
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void each(Map<String, String> asked, Consumer<List<Asset>> parts) {
        list.each(AssetList.Wish.of(asked), viewers.now(), AT_A_TIME, parts);
    }
}
