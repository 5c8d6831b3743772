package org.hoshimori;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTests {

    private static final Pattern BODY = Pattern.compile("<tbody.*?</tbody>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td\\b((?:[^>\"]|\"[^\"]*\")*)>(.*?)</td>", Pattern.DOTALL);

    /** On a phone a table has no head: each cell says its column itself, unless it holds a button or a link that does. */
    @Test
    void everyCellOfATableNamesItsColumn() throws IOException {
        List<String> nameless = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template :
                    all.filter(p -> p.toString().endsWith(".html")).sorted().toList()) {
                String page = Files.readString(template);
                if (!page.contains("<thead>")) {
                    continue;
                }
                BODY.matcher(page)
                        .results()
                        .flatMap(body -> CELL.matcher(body.group()).results())
                        .filter(cell -> !cell.group(1).contains("data-label=")
                                && !cell.group(1).contains("row-acts")
                                && !cell.group(2).contains("<a ")
                                && !cell.group(2).contains("<input ")
                                && !cell.group(2).contains("<form"))
                        .forEach(cell -> nameless.add(template + ": " + cell.group()));
            }
        }
        assertThat(nameless).isEmpty();
    }
}
