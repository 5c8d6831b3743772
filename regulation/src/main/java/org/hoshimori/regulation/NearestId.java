package org.hoshimori.regulation;

import java.util.stream.Stream;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.Table;

/** The known id that a misspelled one most likely means. */
public final class NearestId {

    private static final int FAR = 4;

    private NearestId() {}

    /** The nearest id of the kind that was meant; empty if none is near. */
    static String of(Misfit misfit, Catalog catalog) {
        if (misfit.code().equals("unknown-choice") || misfit.code().equals("unknown-code")) {
            return of(
                    misfit.arguments().get(0),
                    Stream.of(misfit.arguments().get(1).split(", ", -1)));
        }
        Stream<String> known = switch (misfit.code()) {
            case "unknown-parameter" -> catalog.parameters().map(Parameter::id);
            case "unknown-clause" -> catalog.clauses().map(Clause::id);
            case "unknown-table" -> catalog.tables().map(Table::id);
            case "unknown-text" ->
                catalog.chapters().stream().flatMap(Chapter::entries).map(Entry::id);
            default -> Stream.empty();
        };
        return of(misfit.subject(), known);
    }

    /** The known id that is nearest to what was written; empty if none is near. */
    public static String of(String written, Stream<String> known) {
        String best = "";
        int distance = FAR;
        for (String id : (Iterable<String>) known::iterator) {
            int d = distance(written, id, distance);
            if (d < distance) {
                distance = d;
                best = id;
            }
        }
        return best;
    }

    /** Levenshtein's distance, or {@code limit} if it is that or more. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return Math.min(previous[b.length()], limit);
    }
}
