package org.hoshimori.recognition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Layout;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Text;
import org.hoshimori.catalog.Words;
import org.hoshimori.regulation.Piece;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;
import org.hoshimori.regulation.Wording;
import org.jspecify.annotations.Nullable;

/** All sentences of the sample, and those of the operator's own that the regulation has already, in the order in which they print. */
final class Units {

    private final Regulation regulation;
    private final Lang lang;
    private final Wording wording;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Sentence> sentences = new LinkedHashMap<>();

    private record Sentence(String chapter, List<Clause> path, List<String> conditions, Entry entry) {}

    private Units(Regulation regulation, Lang lang) {
        this.regulation = regulation;
        this.lang = lang;
        this.wording = new Wording(regulation, lang);
    }

    static List<Unit> of(Regulation regulation, Lang lang) {
        Units units = new Units(regulation, lang);
        List<Chapter> sample = regulation.catalog().chapters();
        sample.forEach(c -> units.gather(c.id(), List.of(), List.of(), c.contents()));
        for (int i = 0; i < sample.size(); i++) {
            units.print(sample.get(i).contents());
            units.own(
                    sample.get(i).id(), List.of(), regulation.chapters().get(i).contents());
        }
        List.copyOf(units.sentences.values()).forEach(s -> units.put(s, ""));
        return List.copyOf(units.units.values());
    }

    private void gather(String chapter, List<Clause> path, List<String> conditions, List<Entry> entries) {
        for (Entry entry : entries) {
            List<String> under = with(conditions, entry.when());
            switch (entry) {
                case Clause clause ->
                    gather(
                            chapter,
                            Stream.concat(path.stream(), Stream.of(clause)).toList(),
                            under,
                            clause.contents());
                case Duty _, Text _ -> sentences.put(entry.id(), new Sentence(chapter, path, under, entry));
                case Table _ -> {}
            }
        }
    }

    private void print(List<Entry> entries) {
        for (Entry entry : entries) {
            switch (entry) {
                case Clause clause -> print(clause.contents());
                case Duty duty -> print(duty.id(), duty.layout());
                case Text text -> print(text.id(), text.layout());
                case Table table -> table.rows().forEach(r -> print(table, r));
            }
        }
    }

    private void print(Table table, Table.Row row) {
        for (int i = 0; i < row.cells().size(); i++) {
            String column = wording.say(table.columns().get(i).label());
            row.cells().get(i).refs().stream()
                    .flatMap(id -> Stream.ofNullable(sentences.get(id)))
                    .forEach(s -> put(s, column));
        }
    }

    /** Cells print where a table names them. */
    private void print(String id, Layout layout) {
        if (layout != Layout.CELL) {
            Optional.ofNullable(sentences.get(id)).ifPresent(s -> put(s, ""));
        }
    }

    private void own(String chapter, List<Clause> path, List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry instanceof Clause clause) {
                own(chapter, Stream.concat(path.stream(), Stream.of(clause)).toList(), clause.contents());
            } else if (regulation.isAdded(entry.id())) {
                put(new Sentence(chapter, path, List.of(), entry), "");
            }
        }
    }

    private void put(Sentence sentence, String column) {
        Entry entry = sentence.entry();
        Words words = words(
                regulation.entry(entry.id()).filter(e -> !(e instanceof Clause)).orElse(entry));
        if (words == null || units.containsKey(entry.id())) {
            return;
        }
        String template = words.in(lang);
        String said = wording.say(words);
        units.put(
                entry.id(),
                new Unit(
                        entry.id(),
                        sentence.chapter(),
                        sentence.path(),
                        template,
                        said,
                        SentencePattern.of(template, regulation, lang),
                        Grams.of(withoutValues(words)),
                        sentence.conditions(),
                        entry instanceof Duty,
                        column,
                        units.size()));
    }

    /** The words in which it may be recognised: numbers, times and free words differ from company to company. */
    private String withoutValues(Words words) {
        return wording.pieces(words).stream()
                .filter(p -> !(p instanceof Piece.Inserted(String id, String _, Setting.State _) && varies(id)))
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private boolean varies(String parameter) {
        return regulation
                .setting(parameter)
                .filter(s -> switch (s.parameter().type()) {
                    case POST, POSTS, CHOICE, CHOICES -> false;
                    case TEXT, MONTH, DATE, INTEGER, DURATION, RHYTHM, BOOLEAN -> true;
                })
                .isPresent();
    }

    private static @Nullable Words words(Entry entry) {
        return switch (entry) {
            case Duty duty -> duty.words();
            case Text text -> text.words();
            case Clause _, Table _ -> null;
        };
    }

    private static List<String> with(List<String> conditions, @Nullable String one) {
        return one == null
                ? conditions
                : Stream.concat(conditions.stream(), Stream.of(one)).toList();
    }
}
