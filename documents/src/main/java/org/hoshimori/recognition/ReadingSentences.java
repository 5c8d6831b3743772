package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.regulation.Regulation;

/** Reads what a sentence of the text says where the sample's leaves something open. */
final class ReadingSentences {

    private final Vocabulary vocabulary;
    private final LooseValues loose;
    private final Regulation regulation;

    ReadingSentences(Vocabulary vocabulary, Lang lang, Regulation regulation) {
        this.vocabulary = vocabulary;
        this.regulation = regulation;
        this.loose = new LooseValues(vocabulary, lang, regulation);
    }

    /** A stretch of the text and what a tailoring writes in its place. */
    record Insertion(int start, int end, String mark) {}

    Optional<List<SentencePattern.Filled>> fits(Unit unit, String folded) {
        Optional<List<SentencePattern.Filled>> filled = unit.pattern().read(folded);
        // A full stop at the end is a matter of taste.
        return filled.isPresent() || folded.endsWith("。")
                ? filled
                : unit.pattern().read(folded + "。");
    }

    /** How many of the words found are none that the regulation knows. */
    int strange(List<SentencePattern.Filled> filled, Folded text) {
        return (int) filled.stream().filter(f -> !understood(f, text)).count();
    }

    private boolean understood(SentencePattern.Filled filled, Folded text) {
        return switch (filled.slot()) {
            case SentencePattern.Slot.Post(String code) ->
                vocabulary.called(code, text, filled.start(), filled.end(), new ArrayList<>());
            case SentencePattern.Slot.Value(Parameter parameter) ->
                (blank(parameter)
                                && text.text()
                                        .substring(filled.start(), filled.end())
                                        .matches("[○_年月日]+"))
                        || vocabulary.read(text, filled, true).stream()
                                .anyMatch(v -> v.parameter().equals(parameter.id()));
        };
    }

    /** Whether a blank may stand for it: nobody has said a value. */
    private boolean blank(Parameter parameter) {
        return regulation
                .setting(parameter.id())
                .filter(s -> s.value() != null && !s.open())
                .isEmpty();
    }

    /** What the pieces together say of the sentence that they answer, and of those that are merged into it. */
    Optional<Found> found(List<Recognizing.Piece> pieces, List<Unit> merged, Votes votes) {
        Recognizing.Piece first =
                pieces.stream().filter(p -> p.exact).findFirst().orElse(pieces.getFirst());
        Unit unit = first.unit;
        if (unit == null) {
            return Optional.empty();
        }
        return Optional.of(first.exact ? exact(first, unit, votes) : altered(pieces, unit, merged));
    }

    private Found exact(Recognizing.Piece piece, Unit unit, Votes votes) {
        List<ValueFound> values = new ArrayList<>();
        List<Insertion> insertions = new ArrayList<>();
        boolean strange = false;
        for (SentencePattern.Filled filled : piece.filled) {
            boolean understood = understood(filled, piece.text);
            switch (filled.slot()) {
                case SentencePattern.Slot.Post(String code) -> {
                    if (!understood) {
                        votes.add(code, piece.text.original(filled.start(), filled.end()));
                    } else {
                        vocabulary.called(code, piece.text, filled.start(), filled.end(), values);
                    }
                    insertions.add(new Insertion(filled.start(), filled.end(), "{@" + code + "}"));
                }
                case SentencePattern.Slot.Value(Parameter parameter) -> {
                    values.addAll(vocabulary.read(piece.text, filled, true));
                    strange |= !understood;
                    if (understood) {
                        insertions.add(new Insertion(filled.start(), filled.end(), "{" + parameter.id() + "}"));
                    }
                }
            }
        }
        Found.Fit fit = strange
                ? Found.Fit.ALTERED
                : values.stream().anyMatch(ValueFound::news) ? Found.Fit.VALUES : Found.Fit.SAME;
        String words = strange ? inserted(piece.text, insertions) : unit.template();
        return found(piece, unit, piece.text.original(), words, fit, values, Score.EXACT);
    }

    private Found altered(List<Recognizing.Piece> pieces, Unit unit, List<Unit> merged) {
        String own = pieces.stream().map(p -> p.text.original()).collect(Collectors.joining());
        Folded text = Folded.of(own);
        List<ValueFound> values = new ArrayList<>();
        List<Insertion> insertions = new ArrayList<>(loose.read(unit, text, values));
        merged.forEach(u -> insertions.addAll(loose.read(u, text, values)));
        Score best = pieces.stream()
                .map(p -> p.score)
                .max(Comparator.comparingDouble(Score::total))
                .orElseThrow();
        return found(pieces.getFirst(), unit, own, inserted(text, insertions), Found.Fit.ALTERED, values, best);
    }

    private static Found found(
            Recognizing.Piece piece,
            Unit unit,
            String own,
            String words,
            Found.Fit fit,
            List<ValueFound> values,
            Score score) {
        return new Found(
                unit.id(),
                unit.clauseId(),
                unit.chapter(),
                unit.said(),
                own,
                words,
                fit,
                List.copyOf(values),
                score,
                piece.passage.heading(),
                piece.number);
    }

    /** The operator's words with marks in place of values, so that they go on living; braces of its own are none. */
    static String inserted(Folded text, List<Insertion> insertions) {
        StringBuilder words = new StringBuilder();
        int at = 0;
        for (Insertion insertion : insertions.stream()
                .sorted(Comparator.comparingInt(Insertion::start))
                .toList()) {
            if (insertion.start() < at || insertion.start() >= insertion.end()) {
                continue;
            }
            words.append(bare(text, at, insertion.start())).append(insertion.mark());
            at = insertion.end();
        }
        return words.append(bare(text, at, text.text().length())).toString().strip();
    }

    private static String bare(Folded text, int start, int end) {
        return text.original()
                .substring(text.from(start), text.from(end))
                .replace('{', '｛')
                .replace('}', '｝')
                .replace("[[", "［［")
                .replace("]]", "］］")
                .replace("\n", "<br>");
    }
}
