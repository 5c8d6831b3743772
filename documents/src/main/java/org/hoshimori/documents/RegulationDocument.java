package org.hoshimori.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hoshimori.catalog.Entry;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Text;
import org.hoshimori.catalog.Value;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;
import org.jspecify.annotations.Nullable;

/** A regulation as a document in one language. */
public final class RegulationDocument {

    /** The catalog's chapter that holds what belongs to the regulation as a whole. */
    static final String WHOLE = "reg";

    private static final String NOTICE = "reg.notice";
    private static final String ATTRIBUTION = "reg.attribution";

    private final Regulation regulation;
    private final Lang lang;
    private final RegulationPhrases phrases;

    private RegulationDocument(Regulation regulation, Lang lang) {
        this.regulation = regulation;
        this.lang = lang;
        this.phrases = new RegulationPhrases(regulation, lang);
    }

    /**
     * Lays out a regulation.
     *
     * @param draft whether open places are marked
     * @param logo the company's, or null
     * @param history the editions so far, oldest first; where there are none, this edition alone is listed
     */
    public static Document of(
            Regulation regulation, Lang lang, boolean draft, @Nullable Logo logo, List<Document.Edition> history) {
        return new RegulationDocument(regulation, lang).document(draft, logo, history);
    }

    private Document document(boolean draft, @Nullable Logo logo, List<Document.Edition> history) {
        Phrase revision = phrases.value("reg_revision");
        Phrase effectiveOn = phrases.value("reg_effective-on");
        List<Document.Edition> editions =
                history.isEmpty() ? List.of(new Document.Edition(revision, effectiveOn, Phrase.EMPTY)) : history;
        return new Document(
                lang,
                phrases.value("reg_title"),
                phrases.value("reg_company"),
                revision,
                effectiveOn,
                dated(regulation),
                draft,
                logo,
                text(NOTICE),
                text(ATTRIBUTION),
                editions,
                chapters());
    }

    /** The day from which the regulation is in force; null while it is open. */
    static @Nullable LocalDate dated(Regulation regulation) {
        return regulation
                .setting("reg_effective-on")
                .map(Setting::value)
                .map(v -> v instanceof Value.OfDate(LocalDate date) ? date : null)
                .orElse(null);
    }

    private List<Phrase> text(String id) {
        return regulation.entry(id).stream()
                .flatMap(e -> RegulationChapter.words(e).stream())
                .map(w -> phrases.of(id, w, false))
                .toList();
    }

    private List<Chapter> chapters() {
        List<Chapter> chapters = new ArrayList<>();
        for (int i = 0; i < regulation.chapters().size(); i++) {
            org.hoshimori.catalog.Chapter chapter = regulation.chapters().get(i);
            List<Entry> sample = regulation.catalog().chapters().get(i).contents();
            if (chapter.id().equals(WHOLE)) {
                definitions(chapter, sample).forEach(chapters::add);
            } else {
                chapters.add(chapter(chapter, sample));
            }
        }
        return chapters;
    }

    private Chapter chapter(org.hoshimori.catalog.Chapter chapter, List<Entry> sample) {
        return new Chapter(
                chapter.id(),
                Integer.toString(chapter.number()),
                phrases.of(chapter.id(), chapter.title(), false),
                phrases.value(chapter.id() + "_revised-on"),
                phrases.value(chapter.id() + "_scope"),
                chapter.csf(),
                blocks(chapter.contents(), sample));
    }

    /** What the regulation as a whole says beside notice and sources: its definitions, before the first chapter. */
    private List<Chapter> definitions(org.hoshimori.catalog.Chapter chapter, List<Entry> sample) {
        List<Entry> entries = chapter.contents().stream()
                .filter(e -> !(e instanceof Text && Set.of(NOTICE, ATTRIBUTION).contains(e.id())))
                .toList();
        return entries.isEmpty()
                ? List.of()
                : List.of(new Chapter(
                        chapter.id(),
                        "",
                        Phrase.of(Labels.in(lang).get("definitions")),
                        Phrase.EMPTY,
                        Phrase.EMPTY,
                        List.of(),
                        blocks(entries, sample)));
    }

    private List<Block> blocks(List<Entry> entries, List<Entry> sample) {
        RegulationTables tables = new RegulationTables(regulation, phrases, lang);
        return new RegulationChapter(regulation, phrases, tables).blocks(entries, sample);
    }
}
