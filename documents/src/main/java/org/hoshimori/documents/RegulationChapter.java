package org.hoshimori.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Layout;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Text;
import org.hoshimori.catalog.Words;
import org.hoshimori.regulation.Regulation;

/** Lays out one chapter of a regulation: clauses as sections, sentences as paragraphs, items, steps and notes. */
final class RegulationChapter {

    private static final int DEEPEST = 3;

    private final Regulation regulation;
    private final RegulationPhrases phrases;
    private final RegulationTables tables;
    private final List<Placed> blocks = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private Set<String> waiting = new LinkedHashSet<>();
    private int step;

    /** A block whose ids may still grow: a clause that prints nothing gives its id to the block before it. */
    private record Placed(Set<String> ids, Function<List<String>, Block> make) {}

    RegulationChapter(Regulation regulation, RegulationPhrases phrases, RegulationTables tables) {
        this.regulation = regulation;
        this.phrases = phrases;
        this.tables = tables;
    }

    /** The blocks of these entries; the sample's own entries say where those that do not apply stood. */
    List<Block> blocks(List<Entry> entries, List<Entry> sample) {
        contents(entries, sample, false);
        return blocks.stream().map(b -> b.make().apply(List.copyOf(b.ids()))).toList();
    }

    private void contents(List<Entry> entries, List<Entry> sample, boolean space) {
        Map<String, List<Clause>> excluded = excluded(entries, sample);
        excluded.getOrDefault("", List.of()).forEach(this::excluded);
        for (Entry entry : entries) {
            entry(entry, sample, space || entry.space());
            if (entry instanceof Clause) {
                excluded.getOrDefault(entry.id(), List.of()).forEach(this::excluded);
            }
        }
    }

    /** Numbered sections that do not apply, by the clause that stands before them. */
    private Map<String, List<Clause>> excluded(List<Entry> entries, List<Entry> sample) {
        Set<String> standing = new LinkedHashSet<>();
        entries.stream().filter(Clause.class::isInstance).forEach(e -> standing.add(e.id()));
        Map<String, List<Clause>> after = new LinkedHashMap<>();
        String before = "";
        for (Entry entry : sample) {
            if (entry instanceof Clause clause) {
                if (standing.contains(clause.id())) {
                    before = clause.id();
                } else if (clause.number() != null && regulation.exclusions().containsKey(clause.id())) {
                    after.computeIfAbsent(before, k -> new ArrayList<>()).add(clause);
                }
            }
        }
        return after;
    }

    private void excluded(Clause clause) {
        Regulation.Exclusion exclusion = regulation.exclusions().get(clause.id());
        Words reason = exclusion == null ? null : exclusion.reason();
        String number = clause.number() == null ? "" : clause.number();
        place(
                clause.id(),
                ids -> new Block.Excluded(
                        ids,
                        number,
                        phrases.of(clause.id(), clause.title(), false),
                        level(number),
                        reason == null ? Phrase.EMPTY : phrases.of(clause.id(), reason, false)));
    }

    private void entry(Entry entry, List<Entry> sample, boolean space) {
        switch (entry) {
            case Clause clause -> clause(clause, sample, space);
            case Duty duty -> words(duty.id(), duty.layout(), duty.words(), space);
            case Text text -> words(text.id(), text.layout(), text.words(), space);
            case Table table -> place(table.id(), ids -> tables.block(table, space, ids));
        }
    }

    private void clause(Clause clause, List<Entry> sample, boolean space) {
        step = 0;
        Phrase title = phrases.of(clause.id(), clause.title(), space);
        int before = blocks.size();
        String number = clause.number();
        if (number != null) {
            place(clause.id(), ids -> new Block.Section(ids, number, title, level(number)));
        } else if (clause.titlePrints()) {
            place(clause.id(), ids -> new Block.Heading(ids, title));
        } else {
            await(clause.id());
        }
        List<Entry> sampleContents = sample.stream()
                .filter(e -> e instanceof Clause && e.id().equals(clause.id()))
                .map(e -> ((Clause) e).contents())
                .findFirst()
                .orElse(List.of());
        contents(clause.contents(), sampleContents, space);
        step = 0;
        if (blocks.size() == before && before > 0) {
            blocks.getLast().ids().addAll(waiting);
            waiting.clear();
        }
    }

    private void words(String id, Layout layout, Words words, boolean space) {
        Phrase phrase = phrases.of(id, words, space);
        switch (layout) {
            case PARAGRAPH -> place(id, ids -> new Block.Paragraph(ids, phrase));
            case BULLET -> place(id, ids -> new Block.Item(ids, 1, phrase));
            case SUB_BULLET -> place(id, ids -> new Block.Item(ids, 2, phrase));
            case STEP -> {
                int number = ++step;
                place(id, ids -> new Block.Step(ids, number, phrase));
            }
            case NOTE -> place(id, ids -> new Block.Note(ids, phrase));
            case HEADING -> place(id, ids -> new Block.Heading(ids, phrase));
            case CELL -> {}
        }
    }

    private void place(String id, Function<List<String>, Block> make) {
        await(id);
        blocks.add(new Placed(waiting, make));
        waiting = new LinkedHashSet<>();
    }

    /** A clause with a single duty shares its id with it; whichever prints first keeps it. */
    private void await(String id) {
        if (taken.add(id)) {
            waiting.add(id);
        }
    }

    private static int level(String number) {
        return Math.min(DEEPEST, 1 + (int) number.chars().filter(c -> c == '.').count());
    }

    /** The words that an entry prints where a table names it. */
    static Optional<Words> words(Entry entry) {
        return switch (entry) {
            case Clause clause -> Optional.of(clause.title());
            case Duty duty -> Optional.of(duty.words());
            case Text text -> Optional.of(text.words());
            case Table _ -> Optional.empty();
        };
    }
}
