package org.hoshimori.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.Table;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;
import org.hoshimori.regulation.Wording;
import org.hoshimori.word.Passage;
import org.hoshimori.word.WordParagraph;

/** Words that are no sentences: titles, what tables are made of, and values beside their labels. */
final class KnownWords {

    private static final Pattern LABELLED = Pattern.compile("(.{1,20}?)[:：\t　](.{1,200})");
    private static final Pattern NOT_APPLIED = Pattern.compile(".{0,3}適用しない[。（(]*(?:理由)?[:：。]?(.*?)[)）。]*");
    private static final String WHOLE = "reg";

    private final Regulation regulation;
    private final Vocabulary vocabulary;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Map<String, Parameter>> labels = new HashMap<>();
    private final Map<WordParagraph.Cell, Parameter> waiting = new HashMap<>();
    private final List<ValueFound> values = new ArrayList<>();
    private final Map<String, String> notApplied = new HashMap<>();

    KnownWords(Regulation regulation, Lang lang, Vocabulary vocabulary) {
        this.regulation = regulation;
        this.vocabulary = vocabulary;
        Wording wording = new Wording(regulation, lang);
        for (Chapter chapter : regulation.catalog().chapters()) {
            know(wording.say(chapter.title()));
            know("第" + chapter.number() + "章" + wording.say(chapter.title()));
            chapter.csf().forEach(this::know);
            Map<String, Parameter> own = labels.computeIfAbsent(chapter.id(), k -> new HashMap<>());
            chapter.parameters().forEach(p -> own.put(Folded.text(wording.say(p.label())), p));
            chapter.clauses().forEach(c -> know(wording.say(c.title())));
            chapter.entries()
                    .filter(Table.class::isInstance)
                    .map(Table.class::cast)
                    .forEach(t -> table(t, wording));
        }
        regulation.chapters().stream()
                .flatMap(Chapter::entries)
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .forEach(t -> table(t, wording));
        regulation.catalog().csf().forEach(c -> {
            know(c.title().in(lang));
            know(c.code() + c.title().in(lang));
        });
        List.of("項目", "改訂日", "適用範囲", "章", "会社名", "施行日", "版").forEach(this::know);
    }

    private void table(Table table, Wording wording) {
        know(wording.say(table.caption()));
        table.columns().forEach(c -> know(wording.say(c.label())));
        table.rows().forEach(r -> {
            for (int i = 0; i < r.cells().size(); i++) {
                wording.sayCell(table.columns().get(i), r.cells().get(i))
                        .lines()
                        .forEach(this::know);
            }
        });
    }

    private void know(String words) {
        known.add(Folded.text(words));
    }

    boolean knows(String folded) {
        return known.contains(folded) || folded.isEmpty();
    }

    /** Values that stand beside a label. */
    List<ValueFound> values() {
        return List.copyOf(values);
    }

    /** Why the clause under this heading does not apply, if the text says that it doesn't. */
    Optional<String> notApplied(String heading) {
        return Optional.ofNullable(notApplied.get(Folded.text(heading)));
    }

    /** Reads a line that is no sentence; false if it may be one. */
    boolean reads(Passage.Line line, String chapter) {
        if (line.style().equals("title")) {
            return value(labelled(WHOLE, "規程の名称"), line.text());
        }
        if (line.style().equals("subtitle")) {
            return value(labelled(WHOLE, "会社名"), line.text());
        }
        if (line.cell().table() > 0) {
            return cell(line, chapter);
        }
        Matcher labelled = LABELLED.matcher(line.text());
        return labelled.matches() && value(labelled(chapter, labelled.group(1)), labelled.group(2));
    }

    /** A line under a heading that says that the clause does not apply. */
    boolean notApplied(Passage passage, Passage.Line line) {
        Matcher not = NOT_APPLIED.matcher(line.text());
        if (!passage.heading().isEmpty() && not.matches()) {
            notApplied.put(Folded.text(passage.heading()), not.group(1).strip());
            return true;
        }
        return false;
    }

    private boolean cell(Passage.Line line, String chapter) {
        WordParagraph.Cell cell = line.cell();
        Parameter before = waiting.remove(cell);
        if (before != null && value(Optional.of(before), line.text())) {
            return true;
        }
        Optional<Parameter> label = labelled(chapter, line.text());
        label.ifPresent(p -> waiting.put(new WordParagraph.Cell(cell.table(), cell.row(), cell.column() + 1), p));
        return label.isPresent();
    }

    private Optional<Parameter> labelled(String chapter, String label) {
        return Optional.ofNullable(labels.getOrDefault(chapter, Map.of()).get(Folded.text(label)));
    }

    private boolean value(Optional<Parameter> parameter, String words) {
        Optional<Setting> setting = parameter.flatMap(p -> regulation.setting(p.id()));
        if (setting.isEmpty()) {
            return false;
        }
        Folded text = Folded.of(words.strip());
        List<ValueFound> read = vocabulary.read(
                text,
                new SentencePattern.Filled(
                        new SentencePattern.Slot.Value(setting.get().parameter()),
                        0,
                        text.text().length()),
                true);
        read.stream()
                .filter(v -> values.stream().noneMatch(o -> o.parameter().equals(v.parameter())))
                .forEach(values::add);
        return true;
    }
}
