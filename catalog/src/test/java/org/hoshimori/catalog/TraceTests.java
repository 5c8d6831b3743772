package org.hoshimori.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code trace.csv} answers every paragraph of the source with ids that exist. */
class TraceTests {

    private static final Set<String> KINDS =
            Set.of("obligation", "heading", "definition", "table", "parameter", "notice", "example");

    private record Row(int from, int to, String kind, List<String> ids) {}

    private static List<Row> rows() throws Exception {
        return Files.readAllLines(Path.of("trace.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(f -> new Row(
                        Integer.parseInt(f[0]),
                        Integer.parseInt(f[1]),
                        f[2],
                        f[3].isEmpty() ? List.of() : List.of(f[3].split(" ", -1))))
                .toList();
    }

    @Test
    void leavesNoLineOfTheSourceWithoutAnAnswer() throws Exception {
        Set<Integer> open = new TreeSet<>(Source.lines());
        for (Row row : rows()) {
            for (int i = row.from(); i <= row.to(); i++) {
                open.remove(i);
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void namesOnlyIdsThatExist() throws Exception {
        Catalog catalog = CatalogJson.shipped();
        Set<String> known = new HashSet<>(Set.of("csf"));
        catalog.chapters().forEach(c -> known.add(c.id()));
        catalog.chapters().stream().flatMap(Chapter::entries).forEach(e -> known.add(e.id()));
        catalog.parameters().forEach(p -> known.add(p.id()));
        assertThat(rows()).allSatisfy(r -> {
            assertThat(KINDS).contains(r.kind());
            assertThat(known).containsAll(r.ids());
        });
    }

    @Test
    void answersObligationsWithDuties() throws Exception {
        Set<String> duties = CatalogJson.shipped().chapters().stream()
                .flatMap(Chapter::entries)
                .filter(Duty.class::isInstance)
                .map(Entry::id)
                .collect(Collectors.toSet());
        assertThat(rows().stream().filter(r -> r.kind().equals("obligation")))
                .hasSizeGreaterThan(300)
                .allSatisfy(r -> assertThat(r.ids()).as("line " + r.from()).anyMatch(duties::contains));
    }
}
