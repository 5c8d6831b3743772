package org.hoshimori.core.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hoshimori.core.storage.Width;

/**
 * Finds the row of headings below whatever stands above a table, and what the headings mean. Where headings stand in two rows,
 * as under merged cells, the lower one counts before the upper one.
 */
final class Headings {

    private static final int LOOKED_AT = 60;
    private static final int SHORTEST_PART = 2;
    private static final Pattern ASIDE = Pattern.compile("[(\\[【*]?(必須|任意|required|optional)[)\\]】*]?");

    private final List<Field> fields;
    private final Map<String, String> exact = new HashMap<>();

    Headings(List<Field> fields) {
        this.fields = fields;
        for (Field field : fields) {
            field.names().forEach(name -> exact.putIfAbsent(plain(name), field.code()));
        }
    }

    /** A heading without width, case, blanks, brackets and marks: ［社員Ｎｏ．］ is 社員no. */
    static String plain(String heading) {
        StringBuilder letters = new StringBuilder();
        ASIDE.matcher(Width.folded(heading).toLowerCase(Locale.ROOT))
                .replaceAll("")
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** The sheet that has most headings, with what they mean. */
    Mapping find(List<Sheet> sheets) {
        int best = 0;
        int bestRow = 0;
        int most = -1;
        for (int s = 0; s < sheets.size(); s++) {
            List<Sheet.Row> rows = sheets.get(s).rows();
            for (int r = 0; r < Math.min(rows.size(), LOOKED_AT); r++) {
                int known = known(rows.get(r)).size();
                if (known > most) {
                    most = known;
                    best = s;
                    bestRow = r;
                }
            }
        }
        return at(sheets, best, sheets.get(best).rows().get(bestRow).number());
    }

    /** What the headings of a sheet mean if they stand in this row of the file. */
    Mapping at(List<Sheet> sheets, int sheet, int headingRow) {
        List<Sheet.Row> rows = sheets.get(sheet).rows();
        int r = 0;
        while (r + 1 < rows.size() && rows.get(r).number() < headingRow) {
            r++;
        }
        Sheet.Row upper = rows.get(r);
        Optional<Sheet.Row> lower = r + 1 < rows.size() && rows.get(r + 1).number() == upper.number() + 1
                ? Optional.of(rows.get(r + 1)).filter(next -> continues(upper, next))
                : Optional.empty();
        int width = sheets.get(sheet).width();
        List<String> headings = new ArrayList<>();
        List<Optional<String>> meant = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int c = 0; c < width; c++) {
            int column = c;
            String below = lower.map(row -> row.cell(column)).orElse("");
            String heading = below.isEmpty() ? upper.cell(c) : below;
            headings.add(heading);
            Optional<String> field = Optional.ofNullable(exact.get(plain(heading)))
                    .or(() -> Optional.ofNullable(exact.get(plain(upper.cell(column))))
                            .filter(f -> below.isEmpty()));
            meant.add(field.filter(taken::add));
        }
        for (int c = 0; c < width; c++) {
            if (meant.get(c).isEmpty() && !exact.containsKey(plain(headings.get(c)))) {
                meant.set(c, partly(plain(headings.get(c))).filter(taken::add));
            }
        }
        List<Mapping.Column> columns = new ArrayList<>();
        int row = lower.orElse(upper).number();
        for (int c = 0; c < width; c++) {
            boolean inLower = lower.isPresent() && !lower.get().cell(c).isEmpty();
            columns.add(
                    new Mapping.Column(c, Sheet.at(c, inLower ? row : upper.number()), headings.get(c), meant.get(c)));
        }
        return new Mapping(sheet, upper.number(), row + 1, columns);
    }

    /**
     * Whether a row goes on with the headings: most of what it says are headings, or all of it stands where the upper row is
     * merged, over a column that has no heading of its own.
     */
    private boolean continues(Sheet.Row upper, Sheet.Row next) {
        int own = 0;
        int said = 0;
        boolean merged = true;
        for (int c = 0; c < next.cells().size(); c++) {
            if (!next.cell(c).isEmpty()) {
                said++;
                own += exact.containsKey(plain(next.cell(c))) && !exact.containsKey(plain(upper.cell(c))) ? 1 : 0;
                merged &= upper.cell(c).isEmpty()
                        || (c + 1 < upper.cells().size() && upper.cell(c + 1).isEmpty());
            }
        }
        return (own > 0 && own * 2 >= said) || merged;
    }

    private Set<String> known(Sheet.Row row) {
        Set<String> known = new HashSet<>();
        row.cells().forEach(cell -> Optional.ofNullable(exact.get(plain(cell))).ifPresent(known::add));
        return known;
    }

    /** The field of which a name stands in the heading, the longest such name; required fields before others. */
    private Optional<String> partly(String heading) {
        if (heading.length() < SHORTEST_PART) {
            return Optional.empty();
        }
        String found = null;
        int longest = SHORTEST_PART - 1;
        for (Field field : fields) {
            for (String name : field.names().map(Headings::plain).toList()) {
                if (name.length() > longest && heading.contains(name)) {
                    longest = name.length();
                    found = field.code();
                }
            }
        }
        return Optional.ofNullable(found);
    }
}
