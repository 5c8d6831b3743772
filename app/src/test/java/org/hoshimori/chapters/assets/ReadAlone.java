package org.hoshimori.chapters.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hoshimori.core.sheets.Entry;
import org.hoshimori.core.sheets.Mapping;
import org.hoshimori.core.sheets.Review;
import org.hoshimori.core.sheets.Sheet;
import org.hoshimori.core.sheets.SheetFile;
import org.hoshimori.core.sheets.Vocabulary;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a table comes to where no installation is. */
record ReadAlone(Mapping mapping, Review<Asset> review) {

    static ReadAlone file(Path file) throws IOException {
        SheetFile.Outcome outcome = SheetFile.read(file);
        assertThat(outcome).isInstanceOf(SheetFile.Outcome.Read.class);
        List<Sheet> sheets = ((SheetFile.Outcome.Read) outcome).sheets();
        AssetSheetAlone register = new AssetSheetAlone(words(), LocalDate.of(2026, 4, 1));
        Mapping mapping = Mapping.found(sheets, register.fields());
        List<Entry> entries = mapping.entries(sheets, register.fields());
        return new ReadAlone(mapping, Review.alone(register, entries, Locale.JAPANESE));
    }

    static ReadAlone bytes(byte[] table) throws IOException {
        Path file = Files.createTempFile("hoshimori-test", "");
        try {
            Files.write(file, table);
            return file(file);
        } finally {
            Files.delete(file);
        }
    }

    static ReadAlone text(String table) throws IOException {
        return bytes(table.getBytes(StandardCharsets.UTF_8));
    }

    private static Vocabulary words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/sheets", "messages/assets-sheet");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Vocabulary(messages);
    }

    /** Fields by the headings' cells, as far as they are read. */
    Map<String, String> fields() {
        return mapping.columns().stream()
                .filter(c -> c.field().isPresent())
                .collect(Collectors.toMap(Mapping.Column::cell, c -> c.field().orElseThrow()));
    }

    List<Asset> entered() {
        return review.lines().stream()
                .flatMap(l -> l instanceof Review.Line.New<Asset>(int _, Asset asset)
                        ? java.util.stream.Stream.of(asset)
                        : java.util.stream.Stream.empty())
                .toList();
    }

    Asset only() {
        assertThat(faults()).isEmpty();
        assertThat(entered()).hasSize(1);
        return entered().getFirst();
    }

    List<String> faults() {
        return review.faults().stream().map(f -> f.at() + " " + f.code()).toList();
    }
}
