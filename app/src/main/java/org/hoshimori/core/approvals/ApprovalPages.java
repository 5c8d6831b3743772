package org.hoshimori.core.approvals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of requests: what one is to decide, what one has asked, and each as a 決裁 sheet. */
@Controller
@RequestMapping("/approvals")
class ApprovalPages {

    private static final int LONGEST = 2_000;
    private static final int MOST = 100_000;

    private final Approvals approvals;
    private final Requests requests;
    private final RequestsSeen seen;
    private final RequestList list;
    private final Remarks remarks;
    private final SeatingToday seating;
    private final ApprovalSheet sheets;

    ApprovalPages(
            Approvals approvals,
            Requests requests,
            RequestsSeen seen,
            RequestList list,
            Remarks remarks,
            SeatingToday seating,
            ApprovalSheet sheets) {
        this.approvals = approvals;
        this.requests = requests;
        this.seen = seen;
        this.list = list;
        this.remarks = remarks;
        this.seating = seating;
        this.sheets = sheets;
    }

    /** Which requests are shown. */
    enum Show {
        /** What one is to decide. */
        MINE,
        /** What one has asked. */
        ASKED,
        /** All; for those who may read the record. */
        ALL
    }

    /** A list. */
    record ListPage(
            Show show, Optional<State> state, List<ApprovalSheet.Sheet> lines, long total, int number, boolean more) {}

    /**
     * A request.
     *
     * @param chair in which the reader may decide it now, if so
     */
    record SheetPage(
            ApprovalSheet.Sheet sheet, Optional<Seating.Chair> chair, boolean own, String comment, Verdict verdict) {}

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    ModelAndView list(
            @RequestParam Optional<String> show,
            @RequestParam Optional<String> state,
            @RequestParam Optional<Integer> page,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication,
            Locale locale) {
        Show wish = show(show, authentication);
        return listed(wish, state(state), Math.clamp(page.orElse(1), 1, MOST), person, locale);
    }

    private ModelAndView listed(Show show, Optional<State> state, int number, SignedIn person, Locale locale) {
        Seating today = seating.read();
        RequestList.Page found = switch (show) {
            case MINE -> list.toDecide(person.id(), today, number);
            case ASKED -> list.asked(person.actor(), number);
            case ALL -> list.all(state, number);
        };
        Map<RequestId, Request> read = new LinkedHashMap<>();
        requests.find(found.ids()).forEach(r -> read.put(r.id(), r));
        List<Request> ordered = found.ids().stream()
                .flatMap(id -> Stream.ofNullable(read.get(id)))
                .toList();
        return new ModelAndView(
                "approvals/list",
                Map.of(
                        "page",
                        new ListPage(
                                show,
                                state,
                                sheets.lines(ordered, today, locale),
                                found.total(),
                                number,
                                (long) number * RequestList.PAGE < found.total())));
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ModelAndView sheet(
            @PathVariable RequestId id,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication,
            Locale locale) {
        return sheet(id, person, authentication, "", Verdict.APPROVE, HttpStatus.OK, locale);
    }

    @PostMapping("/{id}/decide")
    @PreAuthorize("isAuthenticated()")
    ModelAndView decide(
            @PathVariable RequestId id,
            @RequestParam Verdict verdict,
            @RequestParam(defaultValue = "") String comment,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication,
            Actor actor,
            Locale locale) {
        seen(id, seating.read(), person, authentication);
        String words = shortened(comment);
        return switch (approvals.decide(id, verdict, words, person.id(), actor)) {
            case Approvals.Outcome.Done _ -> new ModelAndView("redirect:/approvals/" + id);
            case Approvals.Outcome.Refused(Approvals.Refusal why) ->
                sheet(id, person, authentication, words, verdict, HttpStatus.UNPROCESSABLE_CONTENT, locale)
                        .addObject("refusal", why);
        };
    }

    /** Approves several at once; what can't be approved stays in the list, with the reason. */
    @PostMapping("/approve")
    @PreAuthorize("isAuthenticated()")
    ModelAndView approve(
            @RequestParam(defaultValue = "") List<RequestId> request,
            @AuthenticationPrincipal SignedIn person,
            Actor actor,
            Locale locale) {
        Map<String, String> left = new LinkedHashMap<>();
        long done = 0;
        for (RequestId id : request) {
            switch (approvals.decide(id, Verdict.APPROVE, "", person.id(), actor)) {
                case Approvals.Outcome.Done _ -> done++;
                case Approvals.Outcome.Refused(Approvals.Refusal why) -> left.put(id.toString(), why.name());
            }
        }
        if (left.isEmpty() && done > 0) {
            return new ModelAndView("redirect:/approvals");
        }
        ModelAndView again = listed(Show.MINE, Optional.empty(), 1, person, locale);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again.addObject("left", left).addObject("done", done);
    }

    @PostMapping("/{id}/withdraw")
    @PreAuthorize("isAuthenticated()")
    ModelAndView withdraw(
            @PathVariable RequestId id,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication,
            Actor actor,
            Locale locale) {
        seen(id, seating.read(), person, authentication);
        return switch (approvals.withdraw(id, actor)) {
            case Approvals.Outcome.Done _ -> new ModelAndView("redirect:/approvals/" + id);
            case Approvals.Outcome.Refused(Approvals.Refusal why) ->
                sheet(id, person, authentication, "", Verdict.APPROVE, HttpStatus.UNPROCESSABLE_CONTENT, locale)
                        .addObject("refusal", why);
        };
    }

    @PostMapping("/{id}/remark")
    @PreAuthorize("isAuthenticated()")
    ModelAndView remark(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication,
            Actor actor) {
        seen(id, seating.read(), person, authentication);
        if (!words.isBlank()) {
            approvals.remark(id, shortened(words), actor);
        }
        return new ModelAndView("redirect:/approvals/" + id);
    }

    private ModelAndView sheet(
            RequestId id,
            SignedIn person,
            Authentication authentication,
            String comment,
            Verdict verdict,
            HttpStatus status,
            Locale locale) {
        Seating today = seating.read();
        Request request = seen(id, today, person, authentication);
        boolean own = request.requestedBy().equals(person.actor());
        return new ModelAndView("approvals/sheet", status)
                .addObject(
                        "page",
                        new SheetPage(
                                sheets.of(request, remarks.of(id), today, locale),
                                own
                                        ? Optional.empty()
                                        : Deciding.place(request, today, person.id())
                                                .map(Deciding.Place::chair),
                                own,
                                comment,
                                verdict));
    }

    /** The request, if this reader may see it: who asked, who decides or has decided, and who may read the record. */
    private Request seen(RequestId id, Seating today, SignedIn person, Authentication authentication) {
        return seen.find(id, today, person.id(), person.actor(), mayAll(authentication))
                .orElseThrow(() -> new RequestUnknown(id));
    }

    private static Show show(Optional<String> wish, Authentication authentication) {
        return wish.map(w -> switch (w) {
                    case "asked" -> Show.ASKED;
                    case "all" -> mayAll(authentication) ? Show.ALL : Show.MINE;
                    default -> Show.MINE;
                })
                .orElse(Show.MINE);
    }

    private static Optional<State> state(Optional<String> wish) {
        return wish.flatMap(
                w -> Stream.of(State.values()).filter(s -> s.name().equals(w)).findFirst());
    }

    private static boolean mayAll(Authentication authentication) {
        return Permission.anyOf(authentication, Permission.RECORD);
    }

    private static String shortened(String words) {
        String stripped = words.strip();
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST);
    }
}
