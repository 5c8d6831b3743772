package org.hoshimori.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The words that {@code docs/formats.md} sets as code, section by section. */
final class Formats {

    private static final Pattern CODE = Pattern.compile("`([A-Za-z0-9-]+)(?:\\[])?`");

    private Formats() {}

    /** All field names and codes of the section whose heading holds these words. */
    static Set<String> documented(String heading) {
        String[] sections = text().split("(?m)^## ", -1);
        for (String section : sections) {
            if (section.lines().findFirst().orElse("").contains(heading)) {
                return CODE.matcher(section)
                        .results()
                        .map((MatchResult m) -> m.group(1))
                        .collect(Collectors.toSet());
            }
        }
        throw new AssertionError("no section " + heading);
    }

    static Set<String> fields(JsonNode object) {
        return Set.copyOf(object.propertyNames());
    }

    private static String text() {
        try {
            return Files.readString(Path.of("../docs/formats.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
