package org.hoshimori.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.catalog.Lang;
import org.hoshimori.yaml.Place;
import org.jspecify.annotations.Nullable;

/** A chapter's words in one language, by id, as {@code catalog/README.md} describes the file. */
final class TextFile {

    private static final Pattern TITLE = Pattern.compile("#+\\s+(\\S+)\\s*(.*)");
    private static final Pattern WORDS = Pattern.compile("\\[(?!\\[)([^\\[\\]]+)]\\s?(.*)");

    private final String file;
    private final Lang lang;
    private final Problems problems;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();

    private @Nullable String current;
    private @Nullable String last;

    private TextFile(String file, Lang lang, Problems problems) {
        this.file = file;
        this.lang = lang;
        this.problems = problems;
    }

    static TextFile read(String file, String text, Lang lang, Problems problems) {
        TextFile result = new TextFile(file, lang, problems);
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            result.line(line.stripTrailing(), new Place(file, ++number, 1));
        }
        return result;
    }

    private void line(String line, Place place) {
        Matcher title = TITLE.matcher(line);
        Matcher start = WORDS.matcher(line);
        if (line.isBlank()) {
            current = null;
        } else if (title.matches()) {
            current = null;
            if (titles.put(title.group(1), title.group(2)) != null) {
                problems.add(place, "a second title for " + title.group(1));
            }
            places.putIfAbsent("#" + title.group(1), place);
        } else if (start.matches()) {
            current = start.group(1);
            last = current;
            if (words.put(current, start.group(2).strip()) != null) {
                problems.add(place, "words for " + current + " stand twice");
            }
            places.put(current, place);
        } else if (line.startsWith("|")) {
            row(line, place);
        } else if (current != null) {
            String joint = lang == Lang.JA ? "" : " ";
            words.merge(current, line.strip(), (a, b) -> a.isEmpty() ? b : a + joint + b);
        } else {
            problems.add(place, "words that belong to no id: " + line.strip());
        }
    }

    private void row(String line, Place place) {
        if (last == null) {
            problems.add(place, "a table row before any [id]");
            return;
        }
        String inner = line.strip().substring(1);
        if (inner.endsWith("|")) {
            inner = inner.substring(0, inner.length() - 1);
        }
        List<String> cells = new ArrayList<>();
        for (String cell : inner.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        boolean rule = cells.stream().allMatch(c -> c.matches(":?-{3,}:?"));
        if (!rule) {
            tables.computeIfAbsent(last, k -> new ArrayList<>()).add(List.copyOf(cells));
        }
    }

    String file() {
        return file;
    }

    Optional<String> words(String id) {
        return Optional.ofNullable(words.get(id)).filter(w -> !w.isEmpty());
    }

    Optional<String> title(String id) {
        return Optional.ofNullable(titles.get(id)).filter(t -> !t.isEmpty());
    }

    /** Rows of the table under this id, head first; empty if there is none. */
    List<List<String>> table(String id) {
        return tables.getOrDefault(id, List.of());
    }

    Place place(String id) {
        return places.getOrDefault(id, new Place(file, 1, 1));
    }

    /** All ids that words are given for, in order. */
    Iterable<String> ids() {
        return words.keySet();
    }

    /** All ids that titles are given for, in order. */
    Iterable<String> titledIds() {
        return titles.keySet();
    }
}
