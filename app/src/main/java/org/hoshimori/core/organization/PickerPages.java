package org.hoshimori.core.organization;

import java.util.Map;
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
            @RequestParam(required = false) @Nullable PersonId chosen,
            @RequestParam Map<String, String> typed,
            Model model) {
        // The search field bears the name under which a form without script sends it.
        model.addAttribute("choice", picker.choice(field, typed.get(field + "Words"), chosen));
        return "organization/picker :: found";
    }
}
