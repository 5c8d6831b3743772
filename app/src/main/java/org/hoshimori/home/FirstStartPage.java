package org.hoshimori.home;

import jakarta.validation.Valid;
import java.time.Month;
import org.hoshimori.core.company.Company;
import org.hoshimori.core.identity.Objection;
import org.hoshimori.core.organization.PersonName;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page behind the one-time link. */
@Controller
@RequestMapping("/first-start")
class FirstStartPage {

    private final FirstStart start;

    FirstStartPage(FirstStart start) {
        this.start = start;
    }

    @GetMapping
    @PreAuthorize("permitAll()")
    ModelAndView form(@RequestParam(defaultValue = "") String key) {
        refuseOthers(key);
        return page(key, HttpStatus.OK).addObject("form", FirstStartForm.empty());
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    ModelAndView enter(
            @RequestParam(defaultValue = "") String key,
            @Valid @ModelAttribute("form") FirstStartForm form,
            BindingResult errors) {
        refuseOthers(key);
        if (!errors.hasErrors()) {
            Company company = new Company(form.company().strip(), "", form.business(), Month.APRIL, 0);
            PersonName name = new PersonName(form.family(), form.given(), "", "");
            for (Objection objection : start.enter(company, name, form.mail(), form.password())) {
                errors.rejectValue(
                        "password", objection.code(), objection.arguments().toArray(), objection.code());
            }
        }
        return errors.hasErrors()
                ? page(key, HttpStatus.UNPROCESSABLE_CONTENT)
                : new ModelAndView("redirect:/log-in?started");
    }

    private void refuseOthers(String key) {
        if (!start.opens(key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static ModelAndView page(String key, HttpStatus status) {
        return new ModelAndView("home/first-start", status).addObject("key", key);
    }
}
