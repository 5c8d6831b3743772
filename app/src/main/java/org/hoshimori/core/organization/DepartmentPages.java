package org.hoshimori.core.organization;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
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

/** The pages of the register of departments. */
@Controller
@RequestMapping("/departments")
class DepartmentPages {

    private static final int STEP = 10;

    private final DepartmentRegister register;
    private final DepartmentList list;
    private final PersonPicker picker;
    private final Clock clock;

    DepartmentPages(DepartmentRegister register, DepartmentList list, PersonPicker picker, Clock clock) {
        this.register = register;
        this.list = list;
        this.picker = picker;
        this.clock = clock;
    }

    /** All departments of today. */
    record ListPage(List<DepartmentList.Row> departments) {}

    /**
     * One department, or the form of a new one.
     *
     * @param lastDay offered as the day on which it closes
     */
    record DepartmentPage(Optional<Department> department, PersonPicker.Choice head, LocalDate lastDay) {}

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    ModelAndView list() {
        return new ModelAndView(
                "organization/departments", Map.of("page", new ListPage(list.rows(LocalDate.now(clock)))));
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('people')")
    ModelAndView blank() {
        int last = register.open().stream().mapToInt(Department::position).max().orElse(0);
        return page(Optional.empty(), DepartmentForm.empty(last + STEP), HttpStatus.OK);
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('people')")
    ModelAndView edit(@PathVariable DepartmentId id) {
        Department department = known(id);
        return page(Optional.of(department), DepartmentForm.of(department), HttpStatus.OK);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('people')")
    ModelAndView open(
            @Valid @ModelAttribute("form") DepartmentForm form,
            BindingResult errors,
            @RequestParam Optional<String> find,
            Actor actor) {
        if (find.isPresent() || errors.hasErrors()) {
            return again(Optional.empty(), form, find.isPresent());
        }
        return shown(register.open(form.described(), actor), form, errors, Optional.empty());
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('people')")
    ModelAndView change(
            @PathVariable DepartmentId id,
            @Valid @ModelAttribute("form") DepartmentForm form,
            BindingResult errors,
            @RequestParam Optional<String> find,
            Actor actor) {
        Optional<Department> before = Optional.of(known(id));
        if (find.isPresent() || errors.hasErrors()) {
            return again(before, form, find.isPresent());
        }
        return shown(register.change(form.described(id), actor), form, errors, before);
    }

    @PostMapping("/{id}/close")
    @PreAuthorize("hasAuthority('people')")
    ModelAndView close(
            @PathVariable DepartmentId id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
            Actor actor) {
        Department department = known(id);
        return switch (register.close(id, lastDay, actor)) {
            case DepartmentRegister.Outcome.Done _ -> new ModelAndView("redirect:/departments");
            case DepartmentRegister.Outcome.Refused _ ->
                page(Optional.of(department), DepartmentForm.of(department), HttpStatus.UNPROCESSABLE_CONTENT)
                        .addObject("stillHasPeople", true);
        };
    }

    private ModelAndView shown(
            DepartmentRegister.Outcome outcome,
            DepartmentForm form,
            BindingResult errors,
            Optional<Department> before) {
        return done(outcome, errors)
                .map(_ -> new ModelAndView("redirect:/departments"))
                .orElseGet(() -> again(before, form, false));
    }

    /** What was opened or changed; if nothing, the errors say why. */
    static Optional<Department> done(DepartmentRegister.Outcome outcome, BindingResult errors) {
        return switch (outcome) {
            case DepartmentRegister.Outcome.Done(Department department) -> Optional.of(department);
            case DepartmentRegister.Outcome.Refused(DepartmentRegister.Refusal why) -> {
                switch (why) {
                    case NAME_TAKEN -> errors.rejectValue("name", "department.name-taken");
                    case HEAD_NOT_HERE -> errors.rejectValue("head", "picker.not-here");
                    case CHANGED_MEANWHILE -> errors.reject("changed-meanwhile");
                    case STILL_HAS_PEOPLE -> errors.reject("department.still-has-people");
                }
                yield Optional.empty();
            }
        };
    }

    private ModelAndView again(Optional<Department> department, DepartmentForm form, boolean searching) {
        return page(department, form, searching ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(Optional<Department> department, DepartmentForm form, HttpStatus status) {
        return new ModelAndView("organization/department-form", status)
                .addObject(
                        "page",
                        new DepartmentPage(
                                department, picker.choice("head", form.headWords(), form.head()), LocalDate.now(clock)))
                .addObject("form", form);
    }

    private Department known(DepartmentId id) {
        return register.find(id).orElseThrow(() -> new DepartmentUnknown(id));
    }
}
