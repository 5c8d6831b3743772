package org.hoshimori.chapters.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changes many assets at once: chosen, described, shown, done. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/assets/bulk")
@PreAuthorize("isAuthenticated()")
class BulkPages {

    /** The most at once: what a form can hold. */
    static final int MOST = 5_000;

    private static final int SHOWN = 100;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final AssetList list;
    private final BulkChange bulk;
    private final AssetWords words;
    private final Viewers viewers;

    BulkPages(AssetList list, BulkChange bulk, AssetWords words, Viewers viewers) {
        this.list = list;
        this.bulk = bulk;
        this.words = words;
        this.viewers = viewers;
    }

    /** How far it has come. */
    enum Step {
        /** What is to be changed is being said. */
        ASK,
        /** What would become of it is shown. */
        SHOW,
        /** It is done. */
        DONE
    }

    /**
     * The page.
     *
     * @param lines what becomes of them, the first of them
     * @param left how many of those that were chosen may not be changed by whoever asks
     */
    record BulkPage(
            Step step,
            List<BulkChange.Line> lines,
            int number,
            int same,
            int refused,
            int left,
            AssetWords.Said said,
            Viewer viewer) {

        public List<Department> departments() {
            return said.open().stream().filter(d -> viewer.mayKeep(d.id())).toList();
        }

        public List<Coded> media() {
            return List.of(Keeping.Medium.values());
        }

        public List<Coded> kinds() {
            return List.of(PersonalInformation.values());
        }

        public List<Coded> markings() {
            return List.of(Marking.Where.FOLDER, Marking.Where.DOCUMENT);
        }
    }

    @GetMapping
    ModelAndView ask(@RequestParam MultiValueMap<String, String> asked, Locale locale) {
        Viewer viewer = viewers.now();
        List<String> ids = asked.containsKey("ids")
                ? asked.getOrDefault("ids", List.of())
                : list.rows(AssetList.Wish.of(asked.toSingleValueMap()), viewer, MOST, 0).stream()
                        .map(a -> a.id().toString())
                        .toList();
        return page(
                Step.ASK,
                BulkForm.of(ids),
                bulk.preview(kept(ids, viewer), UnaryOperator.identity()),
                HttpStatus.OK,
                viewer,
                locale);
    }

    /** Shows what would become of them; does it when asked to. */
    @PostMapping
    ModelAndView change(
            @ModelAttribute("form") BulkForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String act,
            Actor actor,
            Locale locale) {
        Viewer viewer = viewers.now();
        List<Asset> kept = kept(form.ids(), viewer);
        List<DepartmentId> departments =
                words.on(kept, locale).open().stream().map(Department::id).toList();
        Optional<UnaryOperator<Asset>> change = form.change(departments, errors);
        if (!form.managingDepartment().isEmpty()
                && departments.stream()
                        .noneMatch(d -> d.toString().equals(form.managingDepartment()) && viewer.mayKeep(d))) {
            errors.rejectValue("managingDepartment", "asset.department-not-yours");
        }
        if (form.asksNothing()) {
            errors.reject("asset.bulk-nothing");
        }
        if (change.isEmpty() || errors.hasErrors()) {
            return page(
                    Step.ASK,
                    form,
                    bulk.preview(kept, UnaryOperator.identity()),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    viewer,
                    locale);
        }
        if (!act.equals("do")) {
            return page(Step.SHOW, form, bulk.preview(kept, change.get()), HttpStatus.OK, viewer, locale);
        }
        List<BulkChange.Line> lines = new ArrayList<>(bulk.change(kept, change.get(), actor));
        if (!form.goneBecause().isEmpty()) {
            bulk.dispose(kept, form.goneBecause(), actor);
        }
        return page(Step.DONE, form, lines, HttpStatus.OK, viewer, locale);
    }

    private List<Asset> kept(List<String> ids, Viewer viewer) {
        return bulk.kept(
                ids.stream()
                        .filter(i -> ID.matcher(i).matches())
                        .distinct()
                        .limit(MOST)
                        .map(AssetId::of)
                        .toList(),
                viewer);
    }

    private ModelAndView page(
            Step step, BulkForm form, List<BulkChange.Line> lines, HttpStatus status, Viewer viewer, Locale locale) {
        List<BulkChange.Line> shown = lines.stream()
                .sorted((a, b) ->
                        Boolean.compare(b.refused().isPresent(), a.refused().isPresent()))
                .limit(SHOWN)
                .toList();
        return new ModelAndView("assets/bulk", status)
                .addObject(
                        "page",
                        new BulkPage(
                                step,
                                shown,
                                lines.size(),
                                (int) lines.stream()
                                        .filter(BulkChange.Line::same)
                                        .count(),
                                (int) lines.stream()
                                        .filter(l -> l.refused().isPresent())
                                        .count(),
                                form.ids().size() - lines.size(),
                                words.on(
                                        lines.stream()
                                                .map(BulkChange.Line::asset)
                                                .toList(),
                                        locale),
                                viewer))
                .addObject("form", form);
    }
}
