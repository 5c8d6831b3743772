package org.hoshimori.core.revision;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hoshimori.core.evidence.SubjectNames;
import org.hoshimori.core.grants.Permission;
import org.hoshimori.core.regulation.Consequence;
import org.hoshimori.core.regulation.RegulationInForce;
import org.hoshimori.core.regulation.Revision;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a draft changes in the regulation, and what that would change in the company: for who makes it and for who approves it. */
@Controller
@RequestMapping("/drafts/{id}")
class ChangesPages {

    private static final int NAMED = 100;

    private final RevisionDesk desk;
    private final RegulationInForce inForce;
    private final List<Consequence> rooms;
    private final List<SubjectNames> names;
    private final Clock clock;

    ChangesPages(
            RevisionDesk desk,
            RegulationInForce inForce,
            List<Consequence> rooms,
            List<SubjectNames> names,
            Clock clock) {
        this.desk = desk;
        this.inForce = inForce;
        this.rooms = rooms;
        this.names = names;
        this.clock = clock;
    }

    /** What is otherwise than in a revision. */
    record ChangesPage(
            Draft draft, int than, List<Integer> revisions, List<DraftView.Changed> changes, long up, long down) {}

    /** What would happen. */
    record ConsequencesPage(Draft draft, List<Shown> effects) {}

    /**
     * Something that would happen.
     *
     * @param who names of those concerned, at most {@value #NAMED}
     * @param more how many more there are
     */
    record Shown(String kind, String message, List<Object> arguments, List<String> who, int more, String address) {}

    @GetMapping("/changes")
    @PreAuthorize("isAuthenticated()")
    ModelAndView changes(
            @PathVariable DraftId id,
            @RequestParam(required = false) Integer than,
            Authentication authentication,
            Locale locale) {
        Draft draft = shown(id, authentication);
        int latest = inForce.latest().number();
        int number = than == null ? draft.basedOn() : Math.clamp(than, 0, Math.max(latest, draft.basedOn()));
        Revision revision = inForce.number(number);
        List<DraftView.Changed> changes = new DraftView(draft, locale).changes(revision);
        List<Integer> revisions = new ArrayList<>();
        for (int n = Math.max(latest, draft.basedOn()); n >= 0; n--) {
            revisions.add(n);
        }
        return new ModelAndView("revision/changes")
                .addObject(
                        "page",
                        new ChangesPage(
                                draft,
                                number,
                                revisions,
                                changes,
                                count(changes, "TIGHTENED"),
                                count(changes, "LOOSENED")));
    }

    private static long count(List<DraftView.Changed> changes, String strictness) {
        return changes.stream().filter(c -> c.strictness().equals(strictness)).count();
    }

    @GetMapping("/consequences")
    @PreAuthorize("isAuthenticated()")
    ModelAndView consequences(@PathVariable DraftId id, Authentication authentication, Locale locale) {
        Draft draft = shown(id, authentication);
        List<Consequence.Effect> effects = rooms.stream()
                .flatMap(r -> r.of(inForce.now().regulation(), draft.regulation(), clock.instant()).stream())
                .sorted(Comparator.comparing(Consequence.Effect::kind))
                .toList();
        Set<String> ids = new HashSet<>();
        effects.forEach(e -> e.subjects().stream().limit(NAMED).forEach(ids::add));
        Map<String, String> called = new HashMap<>();
        names.forEach(room -> called.putAll(room.namesOf(ids)));
        return new ModelAndView("revision/consequences")
                .addObject(
                        "page",
                        new ConsequencesPage(
                                draft,
                                effects.stream().map(e -> shown(e, called)).toList()));
    }

    private static Shown shown(Consequence.Effect effect, Map<String, String> called) {
        return new Shown(
                effect.kind().name(),
                effect.message(),
                effect.arguments(),
                effect.subjects().stream()
                        .limit(NAMED)
                        .map(s -> called.getOrDefault(s, s))
                        .toList(),
                Math.max(0, effect.subjects().size() - NAMED),
                effect.address());
    }

    /** A draft that is still written is for those who write it; one that waits for approval, or is adopted, may be read. */
    private Draft shown(DraftId id, Authentication authentication) {
        Draft draft = desk.known(id);
        boolean writes = Permission.anyOf(authentication, Permission.REGULATION);
        if (!writes && draft.state() != Draft.State.ASKED && draft.state() != Draft.State.PUBLISHED) {
            throw new DraftUnknown(id.toString());
        }
        return draft;
    }
}
