package org.hoshimori.core.regulation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.documents.Block;
import org.hoshimori.documents.Chapter;
import org.hoshimori.documents.Document;
import org.hoshimori.documents.Documents;
import org.hoshimori.documents.Phrase;
import org.hoshimori.documents.Places;
import org.hoshimori.documents.RegulationDocument;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;
import org.hoshimori.regulation.Wording;

/** A regulation in one language, chapter by chapter, as pages show it and as it is searched. */
public final class Reading {

    private final String root;
    private final Lang lang;
    private final Regulation regulation;
    private final Document document;
    private final Map<String, String> chapterOf = new HashMap<>();
    private final List<Passage> passages = new ArrayList<>();

    /** A chapter in the list of contents. */
    public record Heading(String id, String number, String title) {}

    /** A section in the list of contents; level 1 stands right below the chapter. */
    public record Section(String id, int level, String number, String title) {}

    /**
     * A parameter as the foot of its chapter explains it.
     *
     * @param sample what the ministry's sample says, or empty where it leaves the place open
     * @param own whether the company has set it
     */
    public record Explained(String id, String label, String value, String sample, boolean own) {}

    /** A chapter to read: {@code html} is well-formed and has no style. */
    public record Text(
            Heading heading,
            String revisedOn,
            String scope,
            List<Section> sections,
            String html,
            List<Explained> explained) {}

    /** Words that can be found, below a section. */
    private record Passage(Heading chapter, Section section, String id, String words, String folded) {}

    /** Where words stand: the place, what it is called, and the words around those that were looked for. */
    record Found(String id, String section, String words) {}

    private Reading(Regulation regulation, Lang lang, boolean sample, String root) {
        this.root = root;
        this.lang = lang;
        this.regulation = regulation;
        this.document = RegulationDocument.of(regulation, lang, sample, null, List.of());
        for (Chapter chapter : document.chapters()) {
            index(chapter);
        }
    }

    static Reading of(Revision revision, Lang lang) {
        return new Reading(
                revision.regulation(), lang, revision.sample(), "/regulation/" + revision.number() + "/read/");
    }

    /**
     * One that is still to be adopted, with its open places marked.
     *
     * @param root what the address of a chapter's page begins with
     */
    public static Reading ofDraft(Regulation regulation, Locale locale, String root) {
        return new Reading(regulation, Revision.language(locale), false, root);
    }

    private void index(Chapter chapter) {
        chapterOf.put(chapter.id(), chapter.id());
        Section section =
                new Section(chapter.id(), 0, chapter.number(), chapter.title().plain());
        for (Block block : chapter.blocks()) {
            block.ids().forEach(id -> chapterOf.put(id, chapter.id()));
            Optional<Section> opened = section(block);
            if (opened.isPresent()) {
                section = opened.get();
            }
            String id = block.ids().isEmpty() ? section.id() : block.ids().getFirst();
            for (String words : words(block)) {
                passages.add(new Passage(heading(chapter), section, id, words, folded(words)));
            }
        }
    }

    private static Optional<Section> section(Block block) {
        return switch (block) {
            case Block.Section s ->
                Optional.of(new Section(
                        s.ids().getFirst(), s.level(), s.number(), s.title().plain()));
            case Block.Excluded e ->
                Optional.of(new Section(
                        e.ids().getFirst(), e.level(), e.number(), e.title().plain()));
            case Block.Paragraph _,
                    Block.Item _,
                    Block.Step _,
                    Block.Note _,
                    Block.Heading _,
                    Block.Grid _,
                    Block.Chart _,
                    Block.PageBreak _ -> Optional.empty();
        };
    }

    private static List<String> words(Block block) {
        return switch (block) {
            case Block.Section s -> List.of(s.title().plain());
            case Block.Excluded e -> List.of(e.title().plain());
            case Block.Paragraph p -> List.of(p.words().plain());
            case Block.Item i -> List.of(i.words().plain());
            case Block.Step s -> List.of(s.words().plain());
            case Block.Note n -> List.of(n.words().plain());
            case Block.Heading h -> List.of(h.words().plain());
            case Block.Grid g ->
                g.rows().stream()
                        .flatMap(r -> r.cells().stream())
                        .flatMap(c -> c.paragraphs().stream())
                        .map(Phrase::plain)
                        .toList();
            case Block.Chart c -> List.of(c.caption().plain());
            case Block.PageBreak _ -> List.of();
        };
    }

    /** Its chapters. */
    public List<Heading> contents() {
        return document.chapters().stream().map(Reading::heading).toList();
    }

    private static Heading heading(Chapter chapter) {
        return new Heading(chapter.id(), chapter.number(), chapter.title().plain());
    }

    /** The chapter in which a clause, a table or the chapter itself stands. */
    public Optional<String> chapterOf(String id) {
        return Optional.ofNullable(chapterOf.get(id));
    }

    /** A chapter to read. */
    public Optional<Text> chapter(String id) {
        return document.chapters().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .map(c -> new Text(
                        heading(c),
                        c.revisedOn().plain(),
                        c.scope().plain(),
                        c.blocks().stream().flatMap(b -> section(b).stream()).toList(),
                        Documents.html(document, c, new Addresses(id)),
                        explained(id)));
    }

    private List<Explained> explained(String chapter) {
        Wording wording = new Wording(regulation, lang);
        return regulation.chapters().stream()
                .filter(c -> c.id().equals(chapter))
                .flatMap(org.hoshimori.catalog.Chapter::allParameters)
                .map(Parameter::id)
                .distinct()
                .flatMap(p -> regulation.setting(p).stream())
                .map(s -> explained(s, wording))
                .toList();
    }

    private static Explained explained(Setting setting, Wording wording) {
        Parameter parameter = setting.parameter();
        String sample = parameter.sample() == null ? "" : wording.value(parameter, parameter.sample());
        return new Explained(
                parameter.id(),
                wording.say(parameter.label()),
                wording.value(setting),
                sample,
                setting.state() == Setting.State.SET);
    }

    /** Where all of the words stand, at most so many places, in the order of the regulation. */
    List<Found> find(String words, int most) {
        List<String> asked = List.of(folded(words).strip().split("\\s+"));
        Map<String, Found> found = new LinkedHashMap<>();
        for (Passage passage : passages) {
            if (asked.stream().allMatch(passage.folded()::contains)) {
                found.putIfAbsent(
                        passage.section().id() + passage.id(),
                        new Found(passage.id(), where(passage), around(passage, asked.getFirst())));
            }
            if (found.size() == most) {
                break;
            }
        }
        return Collections.unmodifiableList(new ArrayList<>(found.values()));
    }

    private static String where(Passage passage) {
        Section section = passage.section();
        String chapter = (passage.chapter().number() + " " + passage.chapter().title()).strip();
        return section.level() == 0 ? chapter : chapter + " › " + section.number() + " " + section.title();
    }

    private static String around(Passage passage, String word) {
        int reach = 60;
        int at = Math.max(0, passage.folded().indexOf(word));
        int from = Math.max(0, Math.min(at, passage.words().length()) - reach);
        int to = Math.min(passage.words().length(), at + word.length() + reach);
        return (from > 0 ? "…" : "")
                + passage.words().substring(from, to)
                + (to < passage.words().length() ? "…" : "");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Links within the chapter that is read, to other chapters, and from values to where they are explained. */
    private final class Addresses implements Places {

        private final String here;

        Addresses(String here) {
            this.here = here;
        }

        @Override
        public Optional<String> clause(String id) {
            return chapterOf(id).map(chapter -> address(chapter, id));
        }

        @Override
        public Optional<String> parameter(String id) {
            String chapter = id.substring(0, Math.max(0, endOfChapter(id)));
            return regulation.setting(id).isPresent() && chapterOf.containsKey(chapter)
                    ? Optional.of(address(chapter, "p-" + id))
                    : Optional.empty();
        }

        private static int endOfChapter(String id) {
            int end = 0;
            while (end < id.length() && Character.isLetter(id.charAt(end))) {
                end++;
            }
            return end;
        }

        private String address(String chapter, String id) {
            return chapter.equals(here) ? "#" + id : root + chapter + "#" + id;
        }
    }
}
