package org.hoshimori.core.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Layout;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Text;
import org.hoshimori.catalog.Words;
import org.hoshimori.documents.Documents;
import org.hoshimori.documents.RegulationDocument;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Wording;
import org.hoshimori.word.WordDocument;
import org.hoshimori.word.WordParagraph;

/** Which clause and sentence each paragraph is of a Word file that went out: by its bookmarks, in tables by its words. */
final class Mapped {

    /** Where a paragraph belongs; both may be empty. */
    record Place(String clause, String entry) {}

    private final Regulation regulation;
    private final Map<String, String> bookmarks;
    private final Map<String, String> clauses = new HashMap<>();
    private final Map<String, Deque<String>> cells = new HashMap<>();
    private String clause = "";

    private Mapped(Regulation regulation, Lang lang) {
        this.regulation = regulation;
        this.bookmarks = Documents.bookmarks(RegulationDocument.of(regulation, lang, true, null, List.of()));
        Wording wording = new Wording(regulation, lang);
        for (Chapter chapter : regulation.chapters()) {
            clauses.put(chapter.id(), chapter.id());
            gather(chapter.id(), chapter.contents(), wording);
        }
        regulation
                .catalog()
                .tables()
                .filter(Table::arranged)
                .forEach(t ->
                        t.rows().forEach(r -> r.cells().forEach(c -> c.refs().forEach(id -> cell(id, wording)))));
    }

    static List<Place> of(WordDocument document, Regulation regulation, Lang lang) {
        Mapped mapped = new Mapped(regulation, lang);
        List<Place> places = new ArrayList<>();
        document.paragraphs().forEach(p -> places.add(mapped.place(p)));
        return List.copyOf(places);
    }

    private void gather(String within, List<Entry> entries, Wording wording) {
        for (Entry entry : entries) {
            if (entry instanceof Clause inner) {
                clauses.put(inner.id(), inner.id());
                gather(inner.id(), inner.contents(), wording);
            } else {
                clauses.putIfAbsent(entry.id(), within);
            }
        }
    }

    private void cell(String id, Wording wording) {
        Optional<Words> words = regulation.entry(id).flatMap(e -> switch (e) {
            case Duty duty when duty.layout() == Layout.CELL -> Optional.of(duty.words());
            case Text text when text.layout() == Layout.CELL -> Optional.of(text.words());
            default -> Optional.empty();
        });
        words.ifPresent(w -> cells.computeIfAbsent(bare(wording.say(w)), k -> new ArrayDeque<>())
                .add(id));
    }

    private Place place(WordParagraph paragraph) {
        List<String> ids = paragraph.bookmarks().stream()
                .flatMap(b -> Optional.ofNullable(bookmarks.get(b)).stream())
                .toList();
        ids.forEach(id -> clause = clauses.getOrDefault(id, clause));
        if (paragraph.cell().table() > 0) {
            Deque<String> same = cells.get(bare(paragraph.text()));
            String id = same == null || same.isEmpty() ? "" : same.poll();
            return new Place(clauses.getOrDefault(id, clause), id);
        }
        String entry = ids.reversed().stream()
                .filter(id -> regulation
                        .entry(id)
                        .filter(e -> e instanceof Duty || e instanceof Text)
                        .isPresent())
                .findFirst()
                .orElse("");
        return new Place(clause, entry);
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
