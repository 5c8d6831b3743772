package org.hoshimori.chapters.assets;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form by which an asset is entered or changed. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/assets")
@PreAuthorize("isAuthenticated()")
class AssetFormPages {

    private static final Map<Assets.Refusal, String> FIELDS = Map.of(
            Assets.Refusal.CODE_TAKEN, "assetCode",
            Assets.Refusal.DEPARTMENT_CLOSED, "managingDepartment");

    private final Assets assets;
    private final AssetsSeen seen;
    private final AssetReading reading;
    private final AssetWords words;
    private final Viewers viewers;
    private final Ratings ratings;

    AssetFormPages(
            Assets assets, AssetsSeen seen, AssetReading reading, AssetWords words, Viewers viewers, Ratings ratings) {
        this.assets = assets;
        this.seen = seen;
        this.reading = reading;
        this.words = words;
        this.viewers = viewers;
        this.ratings = ratings;
    }

    /** The form of an asset, or of a new one; departments are those that whoever asks may give it. */
    record FormPage(Optional<Asset> asset, AssetWords.Said said, Viewer viewer) {
        public List<Department> departments() {
            return said.open().stream().filter(d -> viewer.mayKeep(d.id())).toList();
        }

        /** Those of the regulation in force, and what the asset bears besides. */
        public Map<String, String> laws() {
            Map<String, String> laws = new LinkedHashMap<>(said.laws());
            asset.ifPresent(a -> a.legal().forEach(code -> laws.putIfAbsent(code, code)));
            return laws;
        }

        public List<Coded> media() {
            return List.of(Keeping.Medium.values());
        }

        public List<Coded> kinds() {
            return List.of(PersonalInformation.values());
        }

        public List<Coded> markings() {
            return List.of(Marking.Where.values());
        }
    }

    @GetMapping("/new")
    ModelAndView blank(Locale locale) {
        Viewer viewer = viewers.now();
        String own = viewer.first().map(DepartmentId::toString).orElse("");
        return form(Optional.empty(), AssetForm.empty(own), RatingForm.EMPTY, HttpStatus.OK, viewer, locale);
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable AssetId id, Locale locale) {
        Viewer viewer = viewers.now();
        Asset asset = seen.kept(id, viewer);
        return form(Optional.of(asset), reading.form(asset), RatingForm.EMPTY, HttpStatus.OK, viewer, locale);
    }

    @PostMapping
    ModelAndView enter(
            @Valid @ModelAttribute("form") AssetForm form,
            BindingResult errors,
            @Valid @ModelAttribute("rating") RatingForm rating,
            BindingResult ratingErrors,
            Actor actor,
            Locale locale) {
        Viewer viewer = viewers.now();
        Optional<Rating> rated = rating.read(ratings.criteria(), ratingErrors);
        Optional<Asset> described =
                reading.read(form, Optional.empty(), rated.orElse(Rating.of(1, 1, 1, "")), viewer, errors);
        if (rated.isEmpty() || described.isEmpty()) {
            return form(Optional.empty(), form, rating, HttpStatus.UNPROCESSABLE_CONTENT, viewer, locale);
        }
        return shown(assets.register(described.get(), actor), Optional.empty(), form, rating, errors, viewer, locale);
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable AssetId id,
            @Valid @ModelAttribute("form") AssetForm form,
            BindingResult errors,
            Actor actor,
            Locale locale) {
        Viewer viewer = viewers.now();
        Optional<Asset> before = Optional.of(seen.kept(id, viewer));
        Optional<Asset> described = reading.read(form, before, before.get().rating(), viewer, errors);
        if (described.isEmpty()) {
            return form(before, form, RatingForm.EMPTY, HttpStatus.UNPROCESSABLE_CONTENT, viewer, locale);
        }
        return shown(assets.change(described.get(), actor), before, form, RatingForm.EMPTY, errors, viewer, locale);
    }

    private ModelAndView shown(
            Assets.Outcome outcome,
            Optional<Asset> before,
            AssetForm form,
            RatingForm rating,
            BindingResult errors,
            Viewer viewer,
            Locale locale) {
        return switch (outcome) {
            case Assets.Outcome.Done(Asset asset) -> new ModelAndView("redirect:/assets/" + asset.id());
            case Assets.Outcome.Refused(Assets.Refusal why) -> {
                String message = "asset.refused." + why.name();
                if (FIELDS.containsKey(why)) {
                    errors.rejectValue(FIELDS.get(why), message);
                } else {
                    errors.reject(message);
                }
                yield form(before, form, rating, HttpStatus.UNPROCESSABLE_CONTENT, viewer, locale);
            }
        };
    }

    private ModelAndView form(
            Optional<Asset> asset, AssetForm form, RatingForm rating, HttpStatus status, Viewer viewer, Locale locale) {
        return new ModelAndView("assets/form", status)
                .addObject("page", new FormPage(asset, words.on(asset.stream().toList(), locale), viewer))
                .addObject("form", form)
                .addObject("rating", rating);
    }
}
