package org.hoshimori.documents;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Value;
import org.hoshimori.catalog.Words;
import org.hoshimori.regulation.Piece;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;
import org.hoshimori.regulation.Wording;

/** Turns a regulation's sentences into phrases, with every mark that its words deserve. */
final class RegulationPhrases {

    /** What the catalog writes in tables where the operator must fill something in. */
    private static final Pattern BLANK = Pattern.compile("[○〇]+|●{2,}|_{2,}|\\*{3,}");

    private final Regulation regulation;
    private final Lang lang;
    private final Wording wording;

    RegulationPhrases(Regulation regulation, Lang lang) {
        this.regulation = regulation;
        this.lang = lang;
        this.wording = new Wording(regulation, lang);
    }

    Wording wording() {
        return wording;
    }

    /** The words of a clause's title, a duty or a text. */
    Phrase of(String id, Words words, boolean space) {
        Set<Run.Mark> marks = EnumSet.noneOf(Run.Mark.class);
        if (space) {
            marks.add(Run.Mark.SPACE);
        }
        if (regulation.isAltered(id) || regulation.isAdded(id)) {
            marks.add(Run.Mark.OWN);
        }
        if (words.lacks(lang)) {
            marks.add(Run.Mark.OTHER_LANGUAGE);
        }
        return of(wording.pieces(words), marks);
    }

    Phrase of(List<Piece> pieces, Set<Run.Mark> marks) {
        return new Phrase(pieces.stream().map(p -> run(p, marks)).toList());
    }

    private Run run(Piece piece, Set<Run.Mark> marks) {
        return switch (piece) {
            case Piece.Plain(String text) -> new Run.Text(text, marks);
            case Piece.Inserted(String parameter, String text, Setting.State state) ->
                new Run.Value(parameter, label(parameter), text, state(state), marks(parameter, marks));
            case Piece.Reference(String clause, String text, boolean stands) ->
                stands ? new Run.Link(clause, text, marks) : new Run.Text(text, marks);
            case Piece.Break _ -> new Run.Break();
        };
    }

    private String label(String parameter) {
        return regulation
                .setting(parameter)
                .map(s -> wording.say(s.parameter().label()))
                .orElse("");
    }

    /** A text that the operator gave in the other language only is told, like any other words. */
    private Set<Run.Mark> marks(String parameter, Set<Run.Mark> marks) {
        boolean foreign = regulation
                .setting(parameter)
                .map(Setting::value)
                .filter(v -> v instanceof Value.OfText(Words words) && words.lacks(lang))
                .isPresent();
        if (!foreign) {
            return marks;
        }
        Set<Run.Mark> more = EnumSet.of(Run.Mark.OTHER_LANGUAGE);
        more.addAll(marks);
        return more;
    }

    static Run.State state(Setting.State state) {
        return switch (state) {
            case SET -> Run.State.SET;
            case SAMPLE -> Run.State.SAMPLE;
            case FILL -> Run.State.FILL;
            case CHOOSE -> Run.State.CHOOSE;
        };
    }

    /** A parameter's value by itself; nothing if the catalog has no such parameter. */
    Phrase value(String parameter) {
        return regulation
                .setting(parameter)
                .map(s -> of(List.of(new Piece.Inserted(parameter, wording.value(s), s.state())), Set.of()))
                .orElse(Phrase.EMPTY);
    }

    /** The phrase with its blanks as places to fill in. */
    static Phrase open(Phrase phrase, String id, String label) {
        List<Run> runs = new ArrayList<>();
        for (Run run : phrase.runs()) {
            if (run instanceof Run.Text(String text, Set<Run.Mark> marks)) {
                split(runs, text, marks, id, label);
            } else {
                runs.add(run);
            }
        }
        return new Phrase(runs);
    }

    private static void split(List<Run> runs, String text, Set<Run.Mark> marks, String id, String label) {
        Matcher blank = BLANK.matcher(text);
        int from = 0;
        while (blank.find()) {
            if (blank.start() > from) {
                runs.add(new Run.Text(text.substring(from, blank.start()), marks));
            }
            runs.add(new Run.Value(id, label, blank.group(), Run.State.FILL, marks));
            from = blank.end();
        }
        if (from < text.length()) {
            runs.add(new Run.Text(text.substring(from), marks));
        }
    }
}
