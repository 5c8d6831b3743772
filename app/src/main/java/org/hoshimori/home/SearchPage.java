package org.hoshimori.home;

import java.util.List;
import java.util.Locale;
import org.hoshimori.frame.SearchHits;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The search over all rooms. */
@Controller
class SearchPage {

    private static final int MOST = 10;

    private final List<SearchHits> rooms;

    SearchPage(List<SearchHits> rooms) {
        this.rooms = rooms;
    }

    /** What a room has found. */
    record Group(String heading, List<SearchHits.Hit> hits) {}

    /** What was asked for and found. */
    record FoundPage(String words, List<Group> groups) {}

    @GetMapping("/search")
    @PreAuthorize("isAuthenticated()")
    ModelAndView search(@RequestParam(defaultValue = "") String q, Locale locale) {
        String words = q.strip();
        List<Group> groups = words.isEmpty()
                ? List.of()
                : rooms.stream()
                        .map(r -> new Group(r.heading(), r.find(words, locale, MOST)))
                        .filter(g -> !g.hits().isEmpty())
                        .toList();
        return new ModelAndView("home/search").addObject("page", new FoundPage(words, groups));
    }
}
