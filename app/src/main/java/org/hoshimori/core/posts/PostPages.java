package org.hoshimori.core.posts;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Days;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.core.organization.PersonPicker;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of posts: who holds them, who held them, and the committee as a picture. */
@Controller
@RequestMapping("/posts")
class PostPages {

    private final Posts posts;
    private final PostBoard board;
    private final DepartmentRegister departments;
    private final PersonPicker picker;
    private final Clock clock;

    PostPages(Posts posts, PostBoard board, DepartmentRegister departments, PersonPicker picker, Clock clock) {
        this.posts = posts;
        this.board = board;
        this.departments = departments;
        this.picker = picker;
        this.clock = clock;
    }

    /** All posts on a day. */
    record BoardPage(List<PostBoard.Line> committee, List<PostBoard.Line> others, long vacant) {}

    /** Everybody who held, holds or will hold a post. */
    record HistoryPage(String code, String title, List<PostBoard.Line> appointments) {}

    /**
     * The form of an appointment.
     *
     * @param department of a post that each department has
     * @param departments to choose from, where the post needs one and none is given
     */
    record AppointmentPage(
            String code,
            String title,
            Optional<Appointment> appointment,
            Optional<Department> department,
            List<Department> departments,
            PersonPicker.Choice holder,
            PersonPicker.Choice deputy) {}

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    ModelAndView board(Locale locale) {
        List<PostBoard.Line> lines = board.on(today(), locale);
        List<PostBoard.Line> committee =
                lines.stream().filter(PostBoard.Line::committee).toList();
        return new ModelAndView(
                "posts/posts",
                Map.of(
                        "page",
                        new BoardPage(
                                committee,
                                lines.stream().filter(l -> !l.committee()).toList(),
                                committee.stream()
                                        .filter(PostBoard.Line::vacant)
                                        .count())));
    }

    @GetMapping(value = "/chart.svg", produces = "image/svg+xml")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<String> chart(Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml;charset=UTF-8"))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'")
                .body(CommitteeChart.svg(board.tree(today(), locale)));
    }

    @GetMapping("/{code}")
    @PreAuthorize("isAuthenticated()")
    ModelAndView history(@PathVariable String code, Locale locale) {
        known(code);
        return new ModelAndView(
                "posts/post",
                Map.of("page", new HistoryPage(code, board.title(code, locale), board.history(code, today(), locale))));
    }

    @GetMapping("/{code}/appoint")
    @PreAuthorize("hasAuthority('people')")
    ModelAndView blank(@PathVariable String code, @RequestParam Optional<DepartmentId> department, Locale locale) {
        known(code);
        return page(
                code, Optional.empty(), AppointmentForm.empty(department.orElse(null), today()), HttpStatus.OK, locale);
    }

    @PostMapping("/{code}/appoint")
    @PreAuthorize("hasAuthority('people')")
    ModelAndView appoint(
            @PathVariable String code,
            @Valid @ModelAttribute("form") AppointmentForm form,
            BindingResult errors,
            @RequestParam Optional<String> find,
            Actor actor,
            Locale locale) {
        known(code);
        Optional<Appointment> described = described(code, form, errors);
        return find.isPresent() || described.isEmpty()
                ? again(code, Optional.empty(), form, find.isPresent(), locale)
                : shown(posts.appoint(described.get(), actor), Optional.empty(), code, form, errors, locale);
    }

    @GetMapping("/appointments/{id}/edit")
    @PreAuthorize("hasAuthority('people')")
    ModelAndView edit(@PathVariable AppointmentId id, Locale locale) {
        Appointment appointment = known(id);
        return page(
                appointment.post(), Optional.of(appointment), AppointmentForm.of(appointment), HttpStatus.OK, locale);
    }

    @PostMapping("/appointments/{id}")
    @PreAuthorize("hasAuthority('people')")
    ModelAndView change(
            @PathVariable AppointmentId id,
            @ModelAttribute("form") AppointmentForm form,
            BindingResult errors,
            @RequestParam Optional<String> find,
            Actor actor,
            Locale locale) {
        Appointment before = known(id);
        Optional<LocalDate> endsOn = Days.readIfAny("endsOn", form.endsOn(), errors);
        if (find.isPresent() || errors.hasErrors()) {
            return again(before.post(), Optional.of(before), form, find.isPresent(), locale);
        }
        Appointment described = before.with(form.deputy(), endsOn.orElse(null), form.version());
        return shown(posts.change(described, today(), actor), Optional.of(before), before.post(), form, errors, locale);
    }

    private ModelAndView shown(
            Posts.Outcome outcome,
            Optional<Appointment> before,
            String code,
            AppointmentForm form,
            BindingResult errors,
            Locale locale) {
        return done(outcome, errors)
                .map(_ -> new ModelAndView("redirect:/posts/" + code))
                .orElseGet(() -> again(code, before, form, false, locale));
    }

    /** Who was appointed; if nobody, the errors say why. */
    static Optional<Appointment> done(Posts.Outcome outcome, BindingResult errors) {
        return switch (outcome) {
            case Posts.Outcome.Done(Appointment appointment) -> Optional.of(appointment);
            case Posts.Outcome.Refused(Posts.Refusal why) -> {
                switch (why) {
                    case HOLDER_NOT_HERE -> errors.rejectValue("holder", "picker.not-here");
                    case DEPUTY_NOT_HERE -> errors.rejectValue("deputy", "picker.not-here");
                    case DEPUTY_IS_HOLDER -> errors.rejectValue("deputy", "post.deputy-is-holder");
                    case ENDS_BEFORE_START -> errors.rejectValue("endsOn", "post.ends-before-start");
                    case HELD_BY_ANOTHER -> errors.reject("post.held-by-another");
                    case DEPARTMENT_NEEDED -> errors.reject("post.department-needed");
                    case CHANGED_MEANWHILE -> errors.reject("changed-meanwhile");
                }
                yield Optional.empty();
            }
        };
    }

    /** What the form describes; nothing where it can't be read, and the errors say why. */
    static Optional<Appointment> described(String code, AppointmentForm form, BindingResult errors) {
        PersonId holder = form.holder();
        if (holder == null) {
            errors.rejectValue("holder", "picker.needed");
        }
        Optional<LocalDate> startsOn = Days.read("startsOn", form.startsOn(), errors);
        Optional<LocalDate> endsOn = Days.readIfAny("endsOn", form.endsOn(), errors);
        return errors.hasErrors() || holder == null
                ? Optional.empty()
                : startsOn.map(first ->
                        Appointment.to(code, form.department(), holder, form.deputy(), first, endsOn.orElse(null)));
    }

    private ModelAndView again(
            String code, Optional<Appointment> before, AppointmentForm form, boolean searching, Locale locale) {
        return page(code, before, form, searching ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, locale);
    }

    private ModelAndView page(
            String code, Optional<Appointment> appointment, AppointmentForm form, HttpStatus status, Locale locale) {
        Optional<Department> department = Optional.ofNullable(form.department()).flatMap(departments::find);
        boolean choose = code.equals(Posts.DEPARTMENTAL) && appointment.isEmpty();
        return new ModelAndView("posts/appointment-form", status)
                .addObject(
                        "page",
                        new AppointmentPage(
                                code,
                                board.title(code, locale),
                                appointment,
                                department,
                                choose ? departments.open() : List.of(),
                                picker.choice("holder", form.holderWords(), form.holder()),
                                picker.choice("deputy", form.deputyWords(), form.deputy())))
                .addObject("form", form);
    }

    private void known(String code) {
        if (!posts.codes().contains(code)) {
            throw new PostUnknown(code);
        }
    }

    private Appointment known(AppointmentId id) {
        return posts.find(id).orElseThrow(() -> new PostUnknown(id.toString()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
