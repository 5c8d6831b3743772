package org.hoshimori.core.revision;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.catalog.Catalog;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Clause;
import org.hoshimori.catalog.Duty;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Parameter;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Words;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Change;
import org.hoshimori.regulation.Difference;
import org.hoshimori.regulation.Finding;
import org.hoshimori.regulation.Lint;
import org.hoshimori.regulation.Regulation;
import org.hoshimori.regulation.Setting;
import org.hoshimori.regulation.Severity;
import org.hoshimori.regulation.Strictness;
import org.hoshimori.regulation.Tailoring;
import org.hoshimori.regulation.Wording;

/** A draft laid out for its pages, in a language. */
final class DraftView {

    private static final Pattern FILE = Pattern.compile("\\b(values|tables|altered|excluded|added|posts):");

    private final Draft draft;
    private final Tailoring tailoring;
    private final Regulation regulation;
    private final Wording wording;
    private final Lang lang;

    DraftView(Draft draft, Locale locale) {
        this.draft = draft;
        this.regulation = draft.regulation();
        this.tailoring = regulation.tailorings().getLast();
        this.lang = Revision.language(locale);
        this.wording = new Wording(regulation, lang);
    }

    /**
     * How many places are how far.
     *
     * @param fill still to be filled in (red)
     * @param choose still to be chosen (blue)
     * @param set filled in or chosen by the company (green)
     */
    record Counts(long fill, long choose, long set) {}

    /** A chapter in the list of a draft's chapters. */
    record ChapterLine(String id, String number, String title, Counts counts) {}

    /**
     * What lint has found.
     *
     * @param chapter where it is mended; empty where that can't be told
     */
    record Found(
            String level, String message, String suggestion, String chapter, String subject, List<Remedy> remedies) {}

    /** A setting that would mend something. */
    record Remedy(String parameter, String label, String value, String words) {}

    /** Something that is otherwise than in another revision. */
    record Changed(String kind, String id, String label, String before, String after, String strictness) {}

    /** A clause that may be excluded or worded otherwise. */
    record ClauseLine(
            String id, String number, String title, boolean excluded, String reason, List<Sentence> sentences) {}

    /** A sentence that may be worded otherwise: ours, with the sample's. */
    record Sentence(String id, String words, String sample, boolean altered) {}

    Regulation regulation() {
        return regulation;
    }

    Counts counts() {
        return counts(regulation.settings().stream());
    }

    private static Counts counts(Stream<Setting> settings) {
        Map<Setting.State, Long> by = settings.collect(Collectors.groupingBy(Setting::state, Collectors.counting()));
        return new Counts(
                by.getOrDefault(Setting.State.FILL, 0L),
                by.getOrDefault(Setting.State.CHOOSE, 0L),
                by.getOrDefault(Setting.State.SET, 0L));
    }

    List<ChapterLine> chapters() {
        return regulation.catalog().chapters().stream()
                .map(c -> new ChapterLine(
                        c.id(),
                        c.number() == 0 ? "" : Integer.toString(c.number()),
                        wording.say(c.title()),
                        counts(settings(c).stream())))
                .toList();
    }

    /** The chapter of this id in the sample, which also has what is excluded. */
    Chapter chapter(String id) {
        return regulation.catalog().chapters().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DraftUnknown(id));
    }

    /** The settings that a chapter asks for; those of clauses that do not apply are left out. */
    List<Setting> settings(Chapter chapter) {
        return chapter.allParameters()
                .map(Parameter::id)
                .distinct()
                .filter(id -> regulation.exclusions().keySet().stream()
                        .noneMatch(e -> id.startsWith(e + "_") || id.startsWith(e + ".")))
                .flatMap(id -> regulation.setting(id).stream())
                .toList();
    }

    List<Question> questions(Chapter chapter) {
        return settings(chapter).stream()
                .map(s -> Question.of(s, regulation, wording, lang))
                .toList();
    }

    /** The tables of a chapter whose rows may be changed, as they stand. */
    List<Table> asked(Chapter chapter) {
        return chapter.entries()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(t -> !t.arranged())
                .flatMap(t -> regulation.table(t.id()).stream())
                .toList();
    }

    List<TableQuestion> tables(Chapter chapter) {
        return asked(chapter).stream()
                .map(t -> TableQuestion.of(t, regulation, wording, lang))
                .toList();
    }

    List<ClauseLine> clauses(Chapter chapter) {
        return chapter.clauses().map(this::line).toList();
    }

    private ClauseLine line(Clause clause) {
        Regulation.Exclusion exclusion = regulation.exclusions().get(clause.id());
        Words reason = exclusion == null ? null : exclusion.reason();
        return new ClauseLine(
                clause.id(),
                clause.number() == null ? "" : clause.number(),
                wording.say(clause.title()),
                exclusion != null,
                reason == null ? "" : reason.in(lang),
                clause.duties().stream().map(this::sentence).toList());
    }

    private Sentence sentence(Duty duty) {
        String sample = duty.words().in(lang);
        String words = Optional.ofNullable(tailoring.alterations().get(duty.id()))
                .map(a -> a.words().in(lang))
                .orElse(sample);
        return new Sentence(duty.id(), words, sample, regulation.isAltered(duty.id()));
    }

    /** Findings, the graver first. */
    List<Found> findings() {
        return Lint.of(regulation).stream()
                .filter(f -> f.severity() != Severity.INFO)
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .map(this::found)
                .toList();
    }

    private Found found(Finding finding) {
        return new Found(
                finding.severity().name(),
                finding.message().in(lang),
                advice(finding),
                chapterOf(finding.subject()),
                finding.subject(),
                finding.remedies().stream().flatMap(r -> remedy(r).stream()).toList());
    }

    /** What to do; advice that speaks of the file is for who writes one. */
    private String advice(Finding finding) {
        Words suggestion = finding.suggestion();
        String said = suggestion == null ? "" : suggestion.in(lang);
        return FILE.matcher(said).find() ? "" : said;
    }

    private List<Remedy> remedy(Catalog.Remedy remedy) {
        return regulation.setting(remedy.parameter()).stream()
                .map(s -> {
                    String value = regulation
                            .setting(remedy.value())
                            .map(Setting::value)
                            .map(v -> v == null ? "" : v.code())
                            .orElse(remedy.value());
                    return new Remedy(
                            remedy.parameter(), wording.say(s.parameter().label()), value, said(s.parameter(), value));
                })
                .toList();
    }

    private String said(Parameter parameter, String code) {
        return parameter.choice(code).map(c -> wording.say(c.words())).orElse(code);
    }

    private String chapterOf(String id) {
        return regulation.catalog().chapters().stream()
                .map(Chapter::id)
                .filter(c -> id.matches(c + "[-_].*") || id.equals(c))
                .findFirst()
                .orElse("");
    }

    /** What is otherwise than in another revision, tightened and loosened marked. */
    List<Changed> changes(Revision than) {
        return Difference.between(than.regulation(), regulation).stream()
                .map(change -> changed(change, lang))
                .toList();
    }

    /** What is otherwise in one adopted revision than in another. */
    static List<Changed> changes(Revision before, Revision after, Locale locale) {
        Lang lang = Revision.language(locale);
        return Difference.between(before.regulation(), after.regulation()).stream()
                .map(change -> changed(change, lang))
                .toList();
    }

    private static Changed changed(Change change, Lang lang) {
        return new Changed(
                change.kind().name(),
                change.id(),
                change.label().in(lang),
                change.before() == null ? "" : change.before().in(lang),
                change.after() == null ? "" : change.after().in(lang),
                change.strictness() == Strictness.CHANGED
                        ? ""
                        : change.strictness().name());
    }

    boolean outdated(Revision latest) {
        return draft.basedOn() != latest.number();
    }
}
