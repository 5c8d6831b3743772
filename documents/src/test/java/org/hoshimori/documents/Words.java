package org.hoshimori.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Short ways to say phrases and blocks in tests. */
final class Words {

    private Words() {}

    static Phrase say(Object... parts) {
        return new Phrase(Arrays.stream(parts)
                .map(p -> p instanceof Run run ? run : new Run.Text(p.toString(), Set.of()))
                .toList());
    }

    static Run space(String text) {
        return new Run.Text(text, Set.of(Run.Mark.SPACE));
    }

    static Run own(String text) {
        return new Run.Text(text, Set.of(Run.Mark.OWN));
    }

    static Run foreign(String text) {
        return new Run.Text(text, Set.of(Run.Mark.OWN, Run.Mark.OTHER_LANGUAGE));
    }

    static Run set(String id, String label, String text) {
        return new Run.Value(id, label, text, Run.State.SET, Set.of());
    }

    static Run sample(String id, String label, String text) {
        return new Run.Value(id, label, text, Run.State.SAMPLE, Set.of());
    }

    static Run fill(String id, String label, String text) {
        return new Run.Value(id, label, text, Run.State.FILL, Set.of());
    }

    static Run choose(String id, String label, String text) {
        return new Run.Value(id, label, text, Run.State.CHOOSE, Set.of());
    }

    static Run link(String clause, String text) {
        return new Run.Link(clause, text, Set.of());
    }

    static Block section(String id, String number, String title) {
        return new Block.Section(
                List.of(id),
                number,
                Phrase.of(title),
                (int) number.chars().filter(c -> c == '.').count() + 1);
    }

    static Block paragraph(String id, Object... parts) {
        return new Block.Paragraph(ids(id), say(parts));
    }

    static Block item(String id, Object... parts) {
        return new Block.Item(ids(id), 1, say(parts));
    }

    static Block subItem(String id, Object... parts) {
        return new Block.Item(ids(id), 2, say(parts));
    }

    static Block step(int number, Object... parts) {
        return new Block.Step(List.of(), number, say(parts));
    }

    static Block note(Object... parts) {
        return new Block.Note(List.of(), say(parts));
    }

    static Block heading(Object... parts) {
        return new Block.Heading(List.of(), say(parts));
    }

    /** Rows parted by bars; paragraphs within a cell by slashes with blanks around. */
    static Block.Grid grid(String id, String caption, String head, String... rows) {
        return new Block.Grid(
                ids(id),
                Phrase.of(caption),
                Arrays.stream(head.split("\\|"))
                        .map(c -> new Block.Grid.Column(Phrase.of(c), 0))
                        .toList(),
                Arrays.stream(rows)
                        .map(r -> new Block.Grid.Row(Arrays.stream(r.split("\\|", -1))
                                .map(Words::cell)
                                .toList()))
                        .toList());
    }

    private static Block.Grid.Cell cell(String text) {
        return new Block.Grid.Cell(
                text.isEmpty()
                        ? List.of()
                        : Arrays.stream(text.split(" / ")).map(Phrase::of).toList());
    }

    static Block.Chart.Post post(String title, List<Phrase> holders, Block.Chart.Post... reports) {
        return new Block.Chart.Post(Phrase.of(title), holders, List.of(reports));
    }

    private static List<String> ids(String id) {
        return id.isEmpty() ? List.of() : List.of(id);
    }
}
