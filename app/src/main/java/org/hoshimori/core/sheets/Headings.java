package org.hoshimori.core.sheets;

import java.util.ArrayList;
import java.util.Comparator;
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
 * as under merged cells, both together count first (保存 over 期限), then the lower one, then the upper one.
 */
final class Headings {

    private static final int LOOKED_AT = 60;
    private static final int WHOLE = 3;
    private static final Pattern ASIDE = Pattern.compile("[(\\[【*]?(必須|任意|required|optional)[)\\]】*]?");
    /** Sheets that only look like the register. */
    private static final Pattern NOT_THE_REGISTER =
            Pattern.compile("(?i).*(記入例|入力例|記載例|サンプル|見本|ひな形|旧|前年|過去|コピー|控え|sample|example|template|old|backup|copy).*");

    private final HeadingWords words;

    Headings(List<Field> fields) {
        this.words = new HeadingWords(fields);
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
        int most = -1;
        for (int s = 0; s < sheets.size(); s++) {
            int other = NOT_THE_REGISTER.matcher(sheets.get(s).name()).matches() ? 1 : 0;
            int worth = worth(headingRow(sheets.get(s))) * 2 - other;
            if (worth > most) {
                most = worth;
                best = s;
            }
        }
        return find(sheets, best);
    }

    /** The row of this sheet that has most headings, with what they mean. */
    Mapping find(List<Sheet> sheets, int sheet) {
        List<Sheet.Row> rows = sheets.get(sheet).rows();
        Sheet.Row row = headingRow(sheets.get(sheet));
        int index = rows.indexOf(row);
        int first = index > 0 && standsOver(sheets.get(sheet), rows.get(index - 1), row) ? index - 1 : index;
        return at(sheets, sheet, rows.get(first).number());
    }

    private Sheet.Row headingRow(Sheet sheet) {
        Sheet.Row best = sheet.rows().getFirst();
        int most = worth(best);
        for (Sheet.Row row : sheet.rows().subList(0, Math.min(sheet.rows().size(), LOOKED_AT))) {
            int worth = worth(row);
            if (worth > most) {
                most = worth;
                best = row;
            }
        }
        return best;
    }

    /** How many fields a row names; words within headings count less than whole ones. */
    int worth(Sheet.Row row) {
        Set<String> whole = new HashSet<>();
        Set<String> partly = new HashSet<>();
        for (String cell : row.cells()) {
            String plain = plain(cell);
            words.whole(plain)
                    .ifPresentOrElse(
                            found -> whole.add(found.field()),
                            () -> words.partly(plain).ifPresent(partly::add));
        }
        partly.removeAll(whole);
        return whole.size() * WHOLE + partly.size();
    }

    /** Whether a row holds headings for columns that have none in the row below it, or makes whole what stands there: 保存 over 期限. */
    private boolean standsOver(Sheet sheet, Sheet.Row upper, Sheet.Row row) {
        return upper.number() + 1 == row.number()
                && headings(sheet, upper, Optional.of(row)).stream()
                        .anyMatch(h -> h.lower()
                                ? words.whole(plain(h.text())).isEmpty()
                                        && words.whole(plain(h.group() + h.text()))
                                                .isPresent()
                                : words.whole(plain(h.text())).isPresent());
    }

    /** The texts of a column's heading. */
    private record Heading(String group, String text, boolean lower) {}

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
        List<Heading> headings = headings(sheets.get(sheet), upper, lower);
        Map<Integer, String> meant = meant(headings);
        List<Mapping.Column> columns = new ArrayList<>();
        int row = lower.orElse(upper).number();
        for (int c = 0; c < headings.size(); c++) {
            Heading heading = headings.get(c);
            columns.add(new Mapping.Column(
                    c,
                    Sheet.address(sheets, sheet, Sheet.at(c, heading.lower() ? row : upper.number())),
                    heading.group(),
                    heading.text(),
                    Optional.ofNullable(meant.get(c))));
        }
        return new Mapping(sheet, upper.number(), row + 1, columns);
    }

    private static List<Heading> headings(Sheet sheet, Sheet.Row upper, Optional<Sheet.Row> lower) {
        List<Heading> headings = new ArrayList<>();
        String group = "";
        int width = sheet.width();
        for (int c = 0; c < width; c++) {
            int column = c;
            String above = upper.cell(c);
            String below = lower.map(row -> row.cell(column)).orElse("");
            if (below.isEmpty() || below.equals(above)) {
                headings.add(new Heading("", above, false));
                group = "";
            } else {
                group = above.isEmpty() ? group : above;
                headings.add(new Heading(group, below, true));
            }
        }
        return headings;
    }

    /** Fields by column: each once, the usual words before the less usual ones, whole headings before words within them. */
    private Map<Integer, String> meant(List<Heading> headings) {
        record Guess(int column, HeadingWords.Found found) {}
        List<Guess> guesses = new ArrayList<>();
        for (int c = 0; c < headings.size(); c++) {
            Heading heading = headings.get(c);
            int column = c;
            words.whole(plain(heading.group() + heading.text()))
                    .or(() -> words.whole(plain(heading.text())))
                    .ifPresent(found -> guesses.add(new Guess(column, found)));
        }
        long letters = guesses.stream()
                .filter(g -> plain(headings.get(g.column()).text()).length() == 1)
                .count();
        Map<Integer, String> meant = new HashMap<>();
        guesses.stream()
                .filter(g -> letters > 1
                        || plain(headings.get(g.column()).text()).length() > 1
                        || headings.get(g.column()).text().codePointAt(0) > 0x7F)
                .sorted(Comparator.comparingInt(g -> g.found().rank()))
                .filter(g -> !meant.containsValue(g.found().field()))
                .forEach(g -> meant.put(g.column(), g.found().field()));
        for (int c = 0; c < headings.size(); c++) {
            Heading heading = headings.get(c);
            if (!meant.containsKey(c) && words.whole(plain(heading.text())).isEmpty()) {
                int column = c;
                words.partly(plain(heading.group() + heading.text()))
                        .or(() -> words.partly(plain(heading.text())))
                        .filter(field -> !meant.containsValue(field))
                        .ifPresent(field -> meant.put(column, field));
            }
        }
        return meant;
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
            if (!next.cell(c).isEmpty() && !next.cell(c).equals(upper.cell(c))) {
                said++;
                own += words.whole(plain(next.cell(c))).isPresent()
                                && words.whole(plain(upper.cell(c))).isEmpty()
                        ? 1
                        : 0;
                merged &= upper.cell(c).isEmpty()
                        || (c + 1 < upper.cells().size() && upper.cell(c + 1).isEmpty());
            }
        }
        return said > 0 && ((own > 0 && own * 2 >= said) || merged);
    }
}
