package org.hoshimori.chapters.assets;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Inventory rounds: one's own department's, or all for who keeps or audits the register. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/assets/rounds")
@PreAuthorize("isAuthenticated()")
class RoundPages {

    private static final int MOST_PAGES = 10_000;

    private final Rounds rounds;
    private final RoundTable table;
    private final AssetWords words;
    private final Viewers viewers;
    private final Clock clock;

    RoundPages(Rounds rounds, RoundTable table, AssetWords words, Viewers viewers, Clock clock) {
        this.rounds = rounds;
        this.table = table;
        this.words = words;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** A department with its latest round. */
    record Line(Department department, Optional<Round> round, boolean mayKeep) {}

    /** All departments whose rounds may be seen. */
    record ListPage(List<Line> lines, Clock clock) {
        public ZonedDateTime at(Instant instant) {
            return instant.atZone(clock.getZone());
        }
    }

    /** A round with what is still to be answered, or with all. */
    record RoundPage(
            Round round,
            List<RoundTable.Row> rows,
            boolean all,
            int number,
            AssetWords.Said said,
            boolean mayKeep,
            Clock clock) {
        public ZonedDateTime at(Instant instant) {
            return instant.atZone(clock.getZone());
        }

        public boolean more() {
            return number * RoundTable.PAGE < (all ? round.total() : round.unanswered());
        }
    }

    @GetMapping
    ModelAndView list(Locale locale) {
        Viewer viewer = viewers.now();
        Map<DepartmentId, Round> latest = rounds.latest();
        List<Line> lines = words.on(List.of(), locale).open().stream()
                .filter(d -> viewer.all() || viewer.mayKeep(d.id()))
                .map(d -> new Line(d, Optional.ofNullable(latest.get(d.id())), viewer.mayKeep(d.id())))
                .toList();
        return new ModelAndView("assets/rounds").addObject("page", new ListPage(lines, clock));
    }

    @PostMapping
    ModelAndView open(@RequestParam DepartmentId department, Actor actor) {
        keeps(department);
        return new ModelAndView(
                "redirect:/assets/rounds/" + rounds.open(department, actor).id());
    }

    @GetMapping("/{id}")
    ModelAndView round(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "1") int page,
            Locale locale) {
        return shown(id, all, page, HttpStatus.OK, locale);
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(@PathVariable UUID id, @RequestParam(defaultValue = "") List<AssetId> ids, Actor actor) {
        Round round = known(id);
        keeps(round.department());
        rounds.confirm(round, ids, actor);
        return new ModelAndView("redirect:/assets/rounds/" + id);
    }

    @PostMapping("/{id}/close")
    ModelAndView close(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn person,
            Actor actor,
            Locale locale) {
        Round round = known(id);
        keeps(round.department());
        String words = note.length() <= AssetForm.LONGEST_NOTE ? note : note.substring(0, AssetForm.LONGEST_NOTE);
        return rounds.close(round, words, actor, person.id())
                .map(why -> shown(id, false, 1, HttpStatus.UNPROCESSABLE_CONTENT, locale)
                        .addObject("refused", why))
                .orElseGet(() -> new ModelAndView("redirect:/assets/rounds/" + id));
    }

    private ModelAndView shown(UUID id, boolean all, int page, HttpStatus status, Locale locale) {
        Round round = known(id);
        Viewer viewer = viewers.now();
        if (!viewer.all() && !viewer.mayKeep(round.department())) {
            throw new AccessDeniedException("round");
        }
        int number = Math.clamp(page, 1, MOST_PAGES);
        boolean everything = all || !round.open();
        List<RoundTable.Row> rows = table.rows(round, !everything, number);
        return new ModelAndView("assets/round", status)
                .addObject(
                        "page",
                        new RoundPage(
                                round,
                                rows,
                                everything,
                                number,
                                words.on(
                                        rows.stream().map(RoundTable.Row::asset).toList(), locale),
                                round.open() && viewer.mayKeep(round.department()),
                                clock));
    }

    private Round known(UUID id) {
        return rounds.find(id).orElseThrow(() -> new AssetUnknown(new AssetId(id)));
    }

    private void keeps(DepartmentId department) {
        if (!viewers.now().mayKeep(department)) {
            throw new AccessDeniedException("round");
        }
    }
}
