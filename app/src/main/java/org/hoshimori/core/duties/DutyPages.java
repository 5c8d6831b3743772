package org.hoshimori.core.duties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.identity.SignedIn;
import org.hoshimori.core.organization.PersonId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of duties: one's own, one's department's, all. */
@Controller
@RequestMapping("/duties")
@PreAuthorize("isAuthenticated()")
class DutyPages {

    private final DutyList list;
    private final DutyKinds kinds;
    private final Assignees assignees;
    private final DutyLabels labels;
    private final Clock clock;

    DutyPages(DutyList list, DutyKinds kinds, Assignees assignees, DutyLabels labels, Clock clock) {
        this.list = list;
        this.kinds = kinds;
        this.assignees = assignees;
        this.labels = labels;
        this.clock = clock;
    }

    /** A line of the list. */
    record Row(Task task, Task.State state, DutyLabels.Label who, String about) {}

    /**
     * The page.
     *
     * @param scopes whose duties may be asked for
     */
    record ListPage(
            String whose,
            List<String> scopes,
            DutyList.Standing standing,
            Optional<String> kind,
            List<DutyKind> kinds,
            List<Row> rows,
            int number,
            long pages,
            long total) {}

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "mine") String whose,
            @RequestParam(defaultValue = "open") String standing,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication,
            Locale locale) {
        LocalDate today = LocalDate.now(clock);
        Assignees.Acting acting = assignees.on(today);
        boolean reads = Permission.anyOf(authentication, Permission.RECORD);
        List<String> scopes = scopes(acting, person.id(), reads);
        String scope = scopes.contains(whose) ? whose : "mine";
        Optional<String> asked = kinds.find(kind).map(DutyKind::code);
        DutyList.Standing stands = DutyList.Standing.of(standing);
        DutyList.Page found =
                list.page(whose(scope, acting, person.id()), stands, asked, Math.clamp(page, 1, 100_000), today);
        DutyLabels.Labels names = labels.of(found.rows(), acting, locale);
        List<Row> rows = found.rows().stream()
                .map(t -> new Row(t, t.on(today), names.of(t), names.about(t)))
                .toList();
        return new ModelAndView(
                "duties/duties",
                Map.of(
                        "page",
                        new ListPage(
                                scope,
                                scopes,
                                stands,
                                asked,
                                kinds.all(),
                                rows,
                                found.number(),
                                found.pages(),
                                found.total())));
    }

    static List<String> scopes(Assignees.Acting acting, PersonId person, boolean reads) {
        boolean all = reads || acting.oversees(person);
        boolean department = !acting.departmentsOf(person).isEmpty();
        return all
                ? (department ? List.of("mine", "department", "all") : List.of("mine", "all"))
                : department ? List.of("mine", "department") : List.of("mine");
    }

    static DutyList.Whose whose(String scope, Assignees.Acting acting, PersonId person) {
        return switch (scope) {
            case "department" -> new DutyList.Whose.Departments(acting.departmentsOf(person));
            case "all" -> new DutyList.Whose.All();
            default -> new DutyList.Whose.Own(acting.of(person));
        };
    }
}
