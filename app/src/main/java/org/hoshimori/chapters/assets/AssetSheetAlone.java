package org.hoshimori.chapters.assets;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.sheets.Entry;
import org.hoshimori.core.sheets.Field;
import org.hoshimori.core.sheets.Importable;
import org.hoshimori.core.sheets.Vocabulary;

/** The register as a table where there is no installation: nothing is in it yet, and every department that is named may be one. */
public final class AssetSheetAlone implements Importable<Asset> {

    private final AssetColumns columns;
    private final List<Field> fields;
    private final LocalDate today;

    /** Speaks these words. */
    public AssetSheetAlone(Vocabulary words, LocalDate today) {
        this.columns = new AssetColumns(words);
        this.fields = columns.fields(List.of(), List.of());
        this.today = today;
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
    public List<Field> fields() {
        return fields;
    }

    @Override
    public Key key(Entry entry) {
        return RowKeys.of(entry);
    }

    @Override
    public Map<String, Asset> known(Collection<String> keys) {
        return Map.of();
    }

    @Override
    public Reader<Asset> reader(List<Entry> entries) {
        return new AssetRows(new Company.Anyone(today), columns, fields)::read;
    }

    @Override
    public List<Map<String, String>> shown(List<Asset> kept, Locale locale) {
        return List.of();
    }

    /** Nothing can be written. */
    @Override
    public Optional<String> write(Asset described, Optional<Asset> before, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void each(Map<String, String> asked, Consumer<List<Asset>> parts) {
        parts.accept(List.of());
    }
}
