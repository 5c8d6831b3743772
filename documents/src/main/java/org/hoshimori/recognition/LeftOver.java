package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.word.Passage;

/** What of a text answers nothing of the sample, passage by passage: the operator's own clauses. */
final class LeftOver {

    private static final int LEAST = 8;
    private static final int TITLE = 24;
    private static final String FIRST_CHAPTER = "org";

    private final Headings headings;
    private final List<Recognizing.Piece> pieces;

    LeftOver(Headings headings, List<Recognizing.Piece> pieces) {
        this.headings = headings;
        this.pieces = pieces;
    }

    List<Added> added() {
        Map<Passage, Unit> near = new HashMap<>();
        for (Recognizing.Piece piece : pieces) {
            if (piece.unit != null) {
                near.putIfAbsent(piece.passage, piece.unit);
            }
        }
        List<Added> added = new ArrayList<>();
        List<Recognizing.Piece> run = new ArrayList<>();
        // What stands before the first heading is a title page, unless there are no headings at all.
        boolean headed = pieces.stream().anyMatch(p -> p.passage.level() > 0);
        String chapter = FIRST_CHAPTER;
        for (int i = 0; i <= pieces.size(); i++) {
            Recognizing.Piece piece = i < pieces.size() ? pieces.get(i) : null;
            boolean left = piece != null
                    && (!headed || piece.passage.level() > 0)
                    && piece.unit == null
                    && piece.line.cell().table() == 0;
            int under = piece == null ? -1 : piece.under;
            boolean breaks = !run.isEmpty() && (!left || under != run.getFirst().under);
            if (breaks) {
                own(run, near, chapter, added);
                run.clear();
            }
            if (piece != null && left) {
                run.add(piece);
            } else if (piece != null && piece.unit != null) {
                chapter = piece.unit.chapter();
            }
        }
        return added;
    }

    private void own(List<Recognizing.Piece> run, Map<Passage, Unit> near, String before, List<Added> added) {
        Recognizing.Piece first = run.getFirst();
        StringBuilder text = new StringBuilder();
        Recognizing.Piece last = first;
        for (Recognizing.Piece piece : run) {
            if (piece.number != last.number) {
                text.append('\n');
            }
            text.append(piece.text.original());
            last = piece;
        }
        if (text.length() < LEAST) {
            return;
        }
        Unit unit = near.get(first.passage);
        String chapter =
                unit != null ? unit.chapter() : headings.chapter(first.passage).orElse(before);
        String heading = first.passage.heading();
        String title = heading.isEmpty() ? text.substring(0, Math.min(TITLE, text.length())) : heading;
        added.add(new Added(
                "w" + first.number + "-" + added.size(),
                title,
                text.toString(),
                unit != null ? unit.section() : chapter,
                chapter,
                first.number));
    }
}
