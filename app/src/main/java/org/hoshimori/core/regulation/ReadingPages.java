package org.hoshimori.core.regulation;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The regulation to read, chapter by chapter, with every parameter explained. */
@Controller
@RequestMapping("/regulation")
class ReadingPages {

    private static final int MOST = 100;

    private final RegulationInForce inForce;
    private final Readings readings;
    private final RegulationSearch search;
    private final Clock clock;

    ReadingPages(RegulationInForce inForce, Readings readings, RegulationSearch search, Clock clock) {
        this.inForce = inForce;
        this.readings = readings;
        this.search = search;
        this.clock = clock;
    }

    /**
     * A chapter.
     *
     * @param current whether the revision is the one in force
     */
    record ChapterPage(
            int revision,
            boolean sample,
            boolean current,
            ZonedDateTime effectiveAt,
            List<Reading.Heading> contents,
            Reading.Text text) {}

    /** What was looked for, and where it stands; {@code more} if only the first places are shown. */
    record FoundPage(String words, List<RegulationSearch.Hit> hits, boolean more) {}

    @GetMapping("/read")
    @PreAuthorize("isAuthenticated()")
    String first(Locale locale) {
        Revision revision = inForce.now();
        String chapter = readings.of(revision, locale).contents().getFirst().id();
        return "redirect:/regulation/" + revision.number() + "/read/" + chapter;
    }

    /** To a clause of the regulation in force, wherever it stands. */
    @GetMapping("/clause/{id}")
    @PreAuthorize("isAuthenticated()")
    String clause(@PathVariable String id, Locale locale) {
        Revision revision = inForce.now();
        String chapter = readings.of(revision, locale).chapterOf(id).orElseThrow(ReadingPages::unknown);
        return "redirect:/regulation/" + revision.number() + "/read/" + chapter + "#" + id;
    }

    @GetMapping("/{number:\\d+}/read/{chapter}")
    @PreAuthorize("isAuthenticated()")
    ModelAndView chapter(@PathVariable int number, @PathVariable String chapter, Locale locale) {
        if (number != 0 && inForce.starts().stream().noneMatch(s -> s.number() == number)) {
            throw unknown();
        }
        Revision revision = inForce.number(number);
        Reading reading = readings.of(revision, locale);
        return new ModelAndView("regulation/chapter")
                .addObject(
                        "page",
                        new ChapterPage(
                                number,
                                revision.sample(),
                                number == inForce.now().number(),
                                revision.effectiveAt().atZone(clock.getZone()),
                                reading.contents(),
                                reading.chapter(chapter).orElseThrow(ReadingPages::unknown)));
    }

    @GetMapping("/search")
    @PreAuthorize("isAuthenticated()")
    ModelAndView search(@RequestParam(defaultValue = "") String q, Locale locale) {
        List<RegulationSearch.Hit> hits = search.find(q, locale, MOST + 1);
        boolean more = hits.size() > MOST;
        return new ModelAndView("regulation/found")
                .addObject("page", new FoundPage(q.strip(), more ? hits.subList(0, MOST) : hits, more));
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
