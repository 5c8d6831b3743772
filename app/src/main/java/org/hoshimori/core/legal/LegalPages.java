package org.hoshimori.core.legal;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.estate.AssetRegister;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What laws ask for, how much falls under each, and what was done with it. */
@Controller
class LegalPages {

    static final Set<String> SEE = Set.of("assets", "findings", "record");

    private static final int PAGE = 50;
    private static final int FURTHEST_PAGE = 10_000;

    private final Laws laws;
    private final LegalMeasures measures;
    private final ObjectProvider<AssetRegister> assets;
    private final Clock clock;

    LegalPages(Laws laws, LegalMeasures measures, ObjectProvider<AssetRegister> assets, Clock clock) {
        this.laws = laws;
        this.measures = measures;
        this.assets = assets;
        this.clock = clock;
    }

    /** A law, and how many assets in use fall under it. */
    record Law(String code, String title, long assets) {}

    /** A measure, and when it was stated here. */
    record Row(LegalMeasure measure, ZonedDateTime at) {}

    /** What the page shows. */
    record Page(List<Law> laws, String law, List<Row> rows, int number, boolean more) {}

    @GetMapping("/legal-handling")
    @PreAuthorize("hasAnyAuthority('assets','findings','record')")
    ModelAndView handling(
            @RequestParam(defaultValue = "") String law, @RequestParam(defaultValue = "1") String page, Locale locale) {
        int number = page.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(page), 1, FURTHEST_PAGE) : 1;
        Map<String, String> titles = laws.titles(locale);
        Map<String, Long> governed = Optional.ofNullable(assets.getIfAvailable())
                .map(AssetRegister::governed)
                .orElse(Map.of());
        List<LegalMeasure> found = measures.latest(titles.containsKey(law) ? law : "", PAGE + 1, (number - 1) * PAGE);
        return new ModelAndView(
                "legal/handling",
                "page",
                new Page(
                        titles.entrySet().stream()
                                .map(t -> new Law(t.getKey(), t.getValue(), governed.getOrDefault(t.getKey(), 0L)))
                                .toList(),
                        titles.containsKey(law) ? law : "",
                        found.stream()
                                .limit(PAGE)
                                .map(m -> new Row(m, m.at().atZone(clock.getZone())))
                                .toList(),
                        number,
                        found.size() > PAGE));
    }
}
