package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Lang;
import org.hoshimori.word.Passage;

/** How alike a text's headings are to the titles of clauses. */
final class Headings {

    private static final double ALIKE = 0.5;
    private static final double CONTEXT = 0.3;

    private final Lang lang;
    private final Weights weights;
    private final Map<String, Grams> grams = new HashMap<>();
    private final Map<String, Double> known = new HashMap<>();
    private final Map<String, Optional<String>> chapters = new HashMap<>();
    private final Map<String, Grams> contexts = new HashMap<>();
    private final Catalog catalog;

    Headings(Catalog catalog, Lang lang, Weights weights) {
        this.catalog = catalog;
        this.lang = lang;
        this.weights = weights;
    }

    double alike(Passage passage, String column, Unit unit) {
        List<String> ours = new ArrayList<>(passage.above());
        ours.add(passage.heading());
        ours.add(column);
        double best = 0;
        for (String title : unit.titles(lang)) {
            for (String heading : ours) {
                best = Math.max(best, alike(heading, title));
            }
        }
        boolean sameChapter =
                chapter(passage).filter(c -> c.equals(unit.chapter())).isPresent();
        return (1 - CONTEXT) * Math.max(best, sameChapter ? ALIKE : 0) + CONTEXT * named(passage, unit);
    }

    /** How far the passage names what the clause is about: tells clauses apart that say the same of different things. */
    private double named(Passage passage, Unit unit) {
        List<String> titles = unit.titles(lang);
        return titles.isEmpty()
                ? 0
                : weights.within(
                        grams.computeIfAbsent(titles.getLast(), Grams::of),
                        contexts.computeIfAbsent(
                                passage.heading() + "\n" + passage.lines().size()
                                        + passage.lines().getFirst().text(),
                                k -> grams(passage)));
    }

    private static Grams grams(Passage passage) {
        return Grams.of(passage.heading()
                + passage.lines().stream().map(Passage.Line::text).collect(Collectors.joining()));
    }

    /** The chapter in which a passage stands, by its headings. */
    Optional<String> chapter(Passage passage) {
        List<String> ours = new ArrayList<>(List.of(passage.heading()));
        ours.addAll(passage.above().reversed());
        return ours.stream().flatMap(h -> chapter(h).stream()).findFirst();
    }

    private Optional<String> chapter(String heading) {
        return chapters.computeIfAbsent(heading, h -> {
            String best = "";
            double most = 0.6;
            for (Chapter chapter : catalog.chapters()) {
                double alike =
                        chapter.number() == 0 ? 0 : alike(h, chapter.title().in(lang));
                if (alike > most) {
                    best = chapter.id();
                    most = alike;
                }
            }
            return best.isEmpty() ? Optional.empty() : Optional.of(best);
        });
    }

    /** Titles are short: every pair of characters counts alike. */
    double alike(String heading, String title) {
        if (heading.isEmpty() || title.isEmpty()) {
            return 0;
        }
        return known.computeIfAbsent(heading + "\n" + title, k -> {
            Grams one = grams.computeIfAbsent(heading, Grams::of);
            Grams other = grams.computeIfAbsent(title, Grams::of);
            double a = weights.sum(one);
            double b = weights.sum(other);
            return a == 0 || b == 0 ? 0 : 2 * weights.common(one, other) / (a + b);
        });
    }
}
