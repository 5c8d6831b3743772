package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Template;
import org.hoshimori.catalog.Text;
import org.hoshimori.catalog.Words;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Wording;

/**
 * A sentence of a regulation that somebody has edited as it printed, as a tailoring would say it.
 *
 * @param words the edited words; values and posts that the edit left alone stay inserted
 * @param values what it comes to where nothing but values was edited; else empty
 */
public record Edited(String words, List<ValueFound> values) {

    /** Keeps its own copy. */
    public Edited {
        values = List.copyOf(values);
    }

    /** What an edited text makes of a duty or text; empty for an id that is neither. */
    public static Optional<Edited> of(Regulation regulation, Lang lang, String id, String text) {
        return regulation.entry(id).flatMap(Edited::words).map(words -> of(regulation, lang, words, text.strip()));
    }

    private static Optional<Words> words(Entry entry) {
        return switch (entry) {
            case Duty duty -> Optional.of(duty.words());
            case Text sentence -> Optional.of(sentence.words());
            default -> Optional.empty();
        };
    }

    private static Edited of(Regulation regulation, Lang lang, Words words, String text) {
        String template = words.in(lang);
        Folded folded = Folded.of(text);
        Vocabulary vocabulary = new Vocabulary(regulation, lang);
        List<ValueFound> values = SentencePattern.of(template, regulation, lang)
                .read(folded.text())
                .map(filled -> values(vocabulary, folded, filled))
                .orElse(List.of());
        return new Edited(ReadingSentences.inserted(folded, kept(regulation, lang, template, folded)), values);
    }

    /** Values that differ, if every place can be read. */
    private static List<ValueFound> values(Vocabulary vocabulary, Folded text, List<SentencePattern.Filled> filled) {
        List<ValueFound> values = new ArrayList<>();
        for (SentencePattern.Filled one : filled) {
            switch (one.slot()) {
                case SentencePattern.Slot.Post(String code) -> {
                    if (!vocabulary.called(code, text, one.start(), one.end(), new ArrayList<>())) {
                        return List.of();
                    }
                }
                case SentencePattern.Slot.Value(var parameter) -> {
                    List<ValueFound> read = vocabulary.read(text, one, true);
                    if (read.stream().noneMatch(v -> v.parameter().equals(parameter.id()))) {
                        return List.of();
                    }
                    read.stream().filter(ValueFound::news).forEach(values::add);
                }
            }
        }
        return values;
    }

    /** Where in the edited text stands what the regulation inserts, untouched. */
    private static List<ReadingSentences.Insertion> kept(
            Regulation regulation, Lang lang, String template, Folded text) {
        Wording wording = new Wording(regulation, lang);
        StringBuilder said = new StringBuilder();
        List<ReadingSentences.Insertion> inserted = new ArrayList<>();
        for (Template.Part part : Template.parse(template).parts()) {
            String words = Folded.text(wording.say(Words.only(lang, source(part))));
            if (!(part instanceof Template.Plain || part instanceof Template.Break)) {
                inserted.add(
                        new ReadingSentences.Insertion(said.length(), said.length() + words.length(), source(part)));
            }
            said.append(words);
        }
        List<ReadingSentences.Insertion> kept = new ArrayList<>();
        int before = 0;
        int after = 0;
        for (Stretch stretch : Stretch.between(said.toString(), text.text())) {
            int length = stretch.text().length();
            if (stretch.kind() == Stretch.Kind.SAME) {
                int from = before;
                int to = after;
                inserted.stream()
                        .filter(i -> i.start() >= from && i.end() <= from + length)
                        .forEach(i -> kept.add(
                                new ReadingSentences.Insertion(i.start() - from + to, i.end() - from + to, i.mark())));
            }
            before += stretch.kind() == Stretch.Kind.NEW ? 0 : length;
            after += stretch.kind() == Stretch.Kind.GONE ? 0 : length;
        }
        return kept;
    }

    private static String source(Template.Part part) {
        return switch (part) {
            case Template.Plain(String text) -> text;
            case Template.Insert(String parameter) -> "{" + parameter + "}";
            case Template.PostTitle(String post) -> "{@" + post + "}";
            case Template.Link(String clause) -> "[[" + clause + "]]";
            case Template.Break _ -> "<br>";
        };
    }
}
