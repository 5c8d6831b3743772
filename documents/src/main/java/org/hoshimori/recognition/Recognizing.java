package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Lang;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.word.Passage;
import org.jspecify.annotations.Nullable;

/** Goes through a text: first what says the same word by word, then what says it in other words, then what is left. */
final class Recognizing {

    private static final int MOST_CANDIDATES = 8;
    /** A pattern of fewer fixed characters fits too much to be taken for the same wherever it stands. */
    private static final int LEAST_PLAIN = 5;

    private static final int NEXT = 12;
    private static final double MERGED = 0.5;
    private static final double SAME_HEADING = 0.95;
    private static final int LEAST_LETTERS = 8;

    private final Regulation regulation;
    private final Lang lang;
    private final List<Unit> units;
    private final Weights weights;
    private final Headings headings;
    private final Vocabulary vocabulary;
    private final ReadingSentences reading;
    private final KnownWords known;
    private final Map<String, List<Unit>> byGram = new HashMap<>();
    private final Map<Unit, Double> weight = new HashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Unit, Piece> taken = new HashMap<>();
    private int expected;
    private int lastTable;
    private String lastSection = "";

    /** Words of the text that are judged together. */
    static final class Piece {
        final Passage passage;
        final Passage.Line line;
        final int number;
        final int under;
        final Folded text;
        final Grams grams;

        @Nullable
        Unit unit;

        List<SentencePattern.Filled> filled = List.of();
        Score score = Score.EXACT;
        boolean exact;

        Piece(Passage passage, int under, Passage.Line line, int number, String text) {
            this.passage = passage;
            this.line = line;
            this.number = number;
            this.under = under;
            this.text = Folded.of(text.strip());
            this.grams = Grams.of(text);
        }
    }

    Recognizing(Regulation regulation, Lang lang, List<Passage> passages) {
        this.regulation = regulation;
        this.lang = lang;
        this.units = Units.of(regulation, lang);
        this.weights = new Weights(units.stream().map(Unit::grams).toList());
        this.headings = new Headings(regulation.catalog(), lang, weights);
        this.vocabulary = new Vocabulary(regulation, lang);
        this.reading = new ReadingSentences(vocabulary, lang, regulation);
        this.known = new KnownWords(regulation, lang, vocabulary);
        units.forEach(u -> weight.put(u, Math.max(1, weights.sum(u.grams()))));
        units.forEach(u -> u.grams()
                .counts()
                .keySet()
                .forEach(g -> byGram.computeIfAbsent(g, k -> new ArrayList<>()).add(u)));
        int number = 0;
        for (int under = 0; under < passages.size(); under++) {
            for (Passage.Line line : passages.get(under).lines()) {
                add(passages.get(under), under, line, number++);
            }
        }
    }

    private void add(Passage passage, int under, Passage.Line line, int number) {
        Piece whole = new Piece(passage, under, line, number, line.text());
        Optional<String> chapter = headings.chapter(passage);
        if (known.notApplied(passage, line) || known.reads(line, chapter.orElse("reg"))) {
            return;
        }
        if (exact(whole)) {
            pieces.add(whole);
            return;
        }
        if (line.text().lines().allMatch(l -> known.knows(Folded.text(l)))) {
            return;
        }
        sentences(passage, under, line, number);
    }

    /** Runs of sentences that say the same as one of the sample's, the longest first; the others one by one. */
    private void sentences(Passage passage, int under, Passage.Line line, int number) {
        List<String> sentences = Sentences.of(line.text());
        for (int i = 0; i < sentences.size(); ) {
            int end = i + 1;
            Piece piece = new Piece(passage, under, line, number, sentences.get(i));
            for (int to = Math.min(sentences.size(), i + 4); to > i; to--) {
                Piece run = new Piece(passage, under, line, number, String.join("", sentences.subList(i, to)));
                if (exact(run)) {
                    piece = run;
                    end = to;
                    break;
                }
            }
            pieces.add(piece);
            i = end;
        }
    }

    private boolean exact(Piece piece) {
        Unit best = null;
        List<SentencePattern.Filled> filled = List.of();
        double least = Double.MAX_VALUE;
        Optional<String> chapter = headings.chapter(piece.passage);
        for (Unit unit : units) {
            Optional<List<SentencePattern.Filled>> read = reading.fits(unit, piece.text.text());
            if (read.isEmpty()) {
                continue;
            }
            if (unit.pattern().plain() < LEAST_PLAIN && !hereOnly(unit, read.get(), piece)) {
                continue;
            }
            double cost = Math.abs(unit.order() - expected) * (unit.order() < expected ? 2 : 1);
            cost += taken.containsKey(unit) ? 400 : 0;
            cost += chapter.isPresent() && !chapter.get().equals(unit.chapter()) ? 1_000 : 0;
            cost += 25 * unit.pattern().free();
            cost += 30 * reading.strange(read.get(), piece.text);
            cost -= 60 * headings.alike(piece.passage, piece.line.column(), unit);
            if (cost < least) {
                least = cost;
                best = unit;
                filled = read.get();
            }
        }
        if (best == null) {
            return false;
        }
        piece.unit = best;
        piece.filled = filled;
        piece.exact = true;
        taken.putIfAbsent(best, piece);
        expected = best.order() + 1;
        lastTable = piece.line.cell().table();
        lastSection = best.section();
        return true;
    }

    /** What has hardly words of its own fits only in its place: the next cell of a table, or where all that it inserts is known. */
    private boolean hereOnly(Unit unit, List<SentencePattern.Filled> filled, Piece piece) {
        boolean next = unit.order() >= expected && unit.order() <= expected + NEXT;
        int table = piece.line.cell().table();
        boolean inItsTable = !unit.column().isEmpty()
                && Folded.text(unit.column()).equals(Folded.text(piece.line.column()))
                && table > 0
                && piece.line.cell().row() > 0
                && (headings.alike(piece.passage, "", unit) > SAME_HEADING
                        || (table == lastTable && unit.section().equals(lastSection)));
        return next && inItsTable && reading.strange(filled, piece.text) == 0;
    }

    Recognition recognition() {
        alike();
        List<Found> found = new ArrayList<>();
        Votes votes = new Votes();
        for (List<Piece> together : together()) {
            reading.found(together, merged(together), votes).ifPresent(found::add);
        }
        List<ValueFound> values = new ArrayList<>(known.values());
        values.addAll(Twins.of(units, taken.keySet(), found, vocabulary, regulation));
        values.addAll(Implied.by(regulation, units, taken.keySet(), found, vocabulary));
        Set<String> open = Implied.open(taken.keySet());
        found.replaceAll(f -> f.leaving(open));
        Regulation withValues = WithValues.of(regulation, lang, found, values);
        return new Recognition(
                found,
                new LeftOver(headings, pieces).added(),
                new NotThere(withValues, lang, units, taken.keySet(), weights, pieces, known).missing(),
                values,
                votes.posts(),
                (int) pieces.stream()
                        .filter(p -> p.unit == null && p.line.cell().table() > 0)
                        .count());
    }

    /** Gives every piece that is left to the sentence that it is most alike, the surest first. */
    private void alike() {
        record Candidate(Piece piece, Unit unit, Score score) {}
        List<Candidate> candidates = new ArrayList<>();
        int last = 0;
        for (Piece piece : pieces) {
            if (piece.unit != null) {
                last = piece.unit.order();
                continue;
            }
            if (piece.text.text().length() < LEAST_LETTERS
                    || (piece.line.cell().table() > 0 && !piece.text.text().endsWith("。"))) {
                continue;
            }
            for (Unit unit : nearest(piece)) {
                if (unit.pattern().plain() < LEAST_PLAIN || (taken.containsKey(unit) && taken.get(unit).exact)) {
                    continue;
                }
                double near = 1 - Math.min(1, Math.abs(unit.order() - last) / 40.0);
                Score score = new Score(
                        weights.says(unit.grams(), piece.grams),
                        headings.alike(piece.passage, piece.line.column(), unit),
                        near);
                if (score.enough()) {
                    candidates.add(new Candidate(piece, unit, score));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble((Candidate c) -> -c.score().total())
                .thenComparingInt(c -> c.piece().number)
                .thenComparingInt(c -> c.unit().order()));
        for (Candidate candidate : candidates) {
            Piece piece = candidate.piece();
            Piece before = taken.get(candidate.unit());
            if (piece.unit == null && (before == null || before.under == piece.under)) {
                piece.unit = candidate.unit();
                piece.score = candidate.score();
                taken.putIfAbsent(candidate.unit(), piece);
            }
        }
        continuations();
    }

    /** A sentence of a paragraph that answers nothing by itself goes with the one before it. */
    private void continuations() {
        Piece before = null;
        for (Piece piece : pieces) {
            if (piece.unit == null
                    && before != null
                    && before.number == piece.number
                    && before.unit != null
                    && !before.exact) {
                piece.unit = before.unit;
                piece.score = before.score;
            }
            before = piece;
        }
    }

    /** Other sentences of the same clause that stand in the same words of the text. */
    private List<Unit> merged(List<Piece> together) {
        Unit unit = together.getFirst().unit;
        if (unit == null || together.stream().anyMatch(p -> p.exact)) {
            return List.of();
        }
        Grams text = Grams.of(together.stream().map(p -> p.text.original()).collect(Collectors.joining()));
        return units.stream()
                .filter(u -> u.clauseId().equals(unit.clauseId()) && !taken.containsKey(u))
                .filter(u -> weights.within(u.grams(), text) >= MERGED)
                .toList();
    }

    private List<Unit> nearest(Piece piece) {
        Map<Unit, Double> common = new HashMap<>();
        piece.grams.counts().forEach((gram, count) -> {
            double weight = weights.of(gram);
            byGram.getOrDefault(gram, List.of()).forEach(u -> common.merge(u, weight, Double::sum));
        });
        return common.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Unit, Double> e) ->
                                -e.getValue() / Math.sqrt(weight.getOrDefault(e.getKey(), 1.0)))
                        .thenComparingInt(e -> e.getKey().order()))
                .limit(MOST_CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The pieces of each sentence of the sample, in the order of the text. */
    private List<List<Piece>> together() {
        Map<Unit, List<Piece>> byUnit = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            if (piece.unit != null) {
                byUnit.computeIfAbsent(piece.unit, k -> new ArrayList<>()).add(piece);
            }
        }
        return List.copyOf(byUnit.values());
    }
}
