package org.hoshimori.core.organization;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a form shows below its search for a person while one types. */
@Controller
class PickerPages {

    private final PersonPicker picker;

    PickerPages(PersonPicker picker) {
        this.picker = picker;
    }

    @GetMapping("/people/picker")
    @PreAuthorize("isAuthenticated()")
    String found(
            @RequestParam String field,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable PersonId chosen,
            Model model) {
        model.addAttribute("choice", picker.choice(field, words, chosen));
        return "organization/picker :: found";
    }
}
