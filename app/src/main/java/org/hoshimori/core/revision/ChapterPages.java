package org.hoshimori.core.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hoshimori.catalog.Chapter;
import org.hoshimori.catalog.Lang;
import org.hoshimori.catalog.Table;
import org.hoshimori.catalog.Words;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.regulation.Reading;
import org.hoshimori.core.regulation.Revision;
import org.hoshimori.regulation.Tailoring;
import org.hoshimori.regulation.TailoringText;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a chapter of a draft is tailored: questions at the left, the text that follows at the right. */
@Controller
class ChapterPages {

    private final RevisionDesk desk;

    ChapterPages(RevisionDesk desk) {
        this.desk = desk;
    }

    /** A chapter; the text is missing where the whole chapter does not apply. */
    record ChapterPage(
            Draft draft,
            Reading.Heading heading,
            List<DraftView.ChapterLine> chapters,
            DraftView.Counts counts,
            List<Group> groups,
            List<TableQuestion> tables,
            List<DraftView.Found> findings,
            Optional<Reading.Text> text) {}

    /** The questions of a clause, with the clause; questions of the chapter itself stand under none. */
    record Group(Optional<DraftView.ClauseLine> clause, List<Question> questions) {}

    @GetMapping("/drafts/{id}/chapter/{chapter}")
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView chapter(@PathVariable DraftId id, @PathVariable String chapter, Locale locale) {
        return page(desk.known(id), chapter, Optional.empty(), HttpStatus.OK, "revision/chapter", locale);
    }

    /** The chapter that was picked from the list. */
    @GetMapping("/drafts/{id}/go")
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView go(@PathVariable DraftId id, @RequestParam String chapter, Locale locale) {
        String known = new DraftView(desk.known(id), locale).chapter(chapter).id();
        return new ModelAndView("redirect:/drafts/" + id + "/chapter/" + known);
    }

    @PostMapping("/drafts/{id}/chapter/{chapter}")
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView save(
            @PathVariable DraftId id,
            @PathVariable String chapter,
            @RequestParam MultiValueMap<String, String> entered,
            @RequestParam int version,
            @RequestHeader(name = "HX-Request", required = false) Optional<String> part,
            Actor actor,
            Locale locale) {
        Draft draft = desk.known(id);
        DraftView view = new DraftView(draft, locale);
        Lang lang = Revision.language(locale);
        Answers answers = Answers.of(view.settings(view.chapter(chapter)), view.regulation(), lang, entered);
        String shown = part.isPresent() ? "revision/chapter :: live" : "revision/chapter";
        if (answers.wrong()) {
            return page(
                    draft, chapter, Optional.of(answers.questions()), HttpStatus.UNPROCESSABLE_CONTENT, shown, locale);
        }
        return switch (desk.change(id, version, answers.changed(), answers::applied, actor)) {
            case RevisionDesk.Outcome.Done(Draft after) ->
                part.isPresent()
                        ? page(after, chapter, Optional.empty(), HttpStatus.OK, shown, locale)
                        : new ModelAndView("redirect:/drafts/" + id + "/chapter/" + chapter);
            case RevisionDesk.Outcome.Refused(RevisionDesk.Refusal why) ->
                page(draft, chapter, Optional.of(answers.questions()), HttpStatus.UNPROCESSABLE_CONTENT, shown, locale)
                        .addObject("refusal", "draft.refusal." + why.name());
        };
    }

    /** A clause that does not apply, with the reason; without one it applies again. */
    @PostMapping("/drafts/{id}/chapter/{chapter}/clause/{clause}")
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView applies(
            @PathVariable DraftId id,
            @PathVariable String chapter,
            @PathVariable String clause,
            @RequestParam int version,
            @RequestParam boolean applies,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale) {
        Draft draft = desk.known(id);
        DraftView view = new DraftView(draft, locale);
        if (view.chapter(chapter).clauses().noneMatch(c -> c.id().equals(clause))) {
            throw new DraftUnknown(clause);
        }
        if (!applies && reason.isBlank()) {
            return page(draft, chapter, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT, "revision/chapter", locale)
                    .addObject("refusal", "draft.reason-needed");
        }
        Words why = Words.only(Revision.language(locale), reason.isBlank() ? "–" : reason.strip());
        return changed(
                draft,
                chapter,
                clause,
                version,
                text -> applies ? text.included(clause) : text.excluded(clause, why),
                actor,
                locale);
    }

    /** A sentence in the company's own words; without any the sample's stand again. */
    @PostMapping("/drafts/{id}/chapter/{chapter}/words/{sentence}")
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView words(
            @PathVariable DraftId id,
            @PathVariable String chapter,
            @PathVariable String sentence,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            Actor actor,
            Locale locale) {
        Draft draft = desk.known(id);
        DraftView view = new DraftView(draft, locale);
        String sample = view.clauses(view.chapter(chapter)).stream()
                .flatMap(c -> c.sentences().stream())
                .filter(s -> s.id().equals(sentence))
                .map(DraftView.Sentence::sample)
                .findFirst()
                .orElseThrow(() -> new DraftUnknown(sentence));
        String said = words.strip();
        Lang lang = Revision.language(locale);
        return changed(
                draft,
                chapter,
                sentence,
                version,
                text -> said.isEmpty() || said.equals(sample)
                        ? text.unaltered(sentence)
                        : text.altered(sentence, Words.only(lang, said)),
                actor,
                locale);
    }

    /** The rows of a table; {@code sample} puts the sample's back. */
    @PostMapping("/drafts/{id}/chapter/{chapter}/table/{table}")
    @PreAuthorize("hasAuthority('regulation')")
    ModelAndView table(
            @PathVariable DraftId id,
            @PathVariable String chapter,
            @PathVariable String table,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean sample,
            @RequestParam MultiValueMap<String, String> entered,
            Actor actor,
            Locale locale) {
        Draft draft = desk.known(id);
        DraftView view = new DraftView(draft, locale);
        Table known = view.asked(view.chapter(chapter)).stream()
                .filter(t -> t.id().equals(table))
                .findFirst()
                .orElseThrow(() -> new DraftUnknown(table));
        List<Tailoring.Row> rows = TableQuestion.entered(known, entered, Revision.language(locale));
        return changed(
                draft,
                chapter,
                table,
                version,
                text -> sample ? text.sampleRows(table) : text.rows(table, rows),
                actor,
                locale);
    }

    private ModelAndView changed(
            Draft draft,
            String chapter,
            String what,
            int version,
            UnaryOperator<TailoringText> edit,
            Actor actor,
            Locale locale) {
        return switch (desk.change(draft.id(), version, List.of(what), edit, actor)) {
            case RevisionDesk.Outcome.Done _ ->
                new ModelAndView("redirect:/drafts/" + draft.id() + "/chapter/" + chapter);
            case RevisionDesk.Outcome.Refused(RevisionDesk.Refusal why) ->
                page(draft, chapter, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT, "revision/chapter", locale)
                        .addObject("refusal", "draft.refusal." + why.name());
        };
    }

    private static ModelAndView page(
            Draft draft, String id, Optional<List<Question>> entered, HttpStatus status, String shown, Locale locale) {
        DraftView view = new DraftView(draft, locale);
        Chapter chapter = view.chapter(id);
        Map<String, List<Question>> byClause = entered.orElseGet(() -> view.questions(chapter)).stream()
                .collect(Collectors.groupingBy(Question::clause));
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(Optional.empty(), byClause.getOrDefault(id, List.of())));
        view.clauses(chapter)
                .forEach(c -> groups.add(new Group(Optional.of(c), byClause.getOrDefault(c.id(), List.of()))));
        Reading reading = Reading.ofDraft(view.regulation(), locale, "/drafts/" + draft.id() + "/chapter/");
        List<DraftView.ChapterLine> chapters = view.chapters();
        DraftView.ChapterLine line =
                chapters.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
        return new ModelAndView(shown, status)
                .addObject(
                        "page",
                        new ChapterPage(
                                draft,
                                new Reading.Heading(id, line.number(), line.title()),
                                chapters,
                                line.counts(),
                                groups,
                                view.tables(chapter),
                                view.findings().stream()
                                        .filter(f -> f.chapter().equals(id))
                                        .toList(),
                                reading.chapter(id)))
                .addObject("part", shown.contains("::"));
    }
}
