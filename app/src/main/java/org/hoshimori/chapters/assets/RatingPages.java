package org.hoshimori.chapters.assets;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.core.evidence.Actor;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Rates an asset by the criteria of the regulation. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/assets/{id}/rating")
@PreAuthorize("isAuthenticated()")
class RatingPages {

    private final AssetsSeen seen;
    private final Ratings ratings;
    private final AssetWords words;
    private final Viewers viewers;

    RatingPages(AssetsSeen seen, Ratings ratings, AssetWords words, Viewers viewers) {
        this.seen = seen;
        this.ratings = ratings;
        this.words = words;
        this.viewers = viewers;
    }

    /** The questions for an asset. */
    record RatingPage(Asset asset, AssetWords.Said said, Optional<Lowering> lowering) {}

    @GetMapping
    ModelAndView questions(@PathVariable AssetId id, Locale locale) {
        Asset asset = seen.kept(id, viewers.now());
        return form(asset, RatingForm.of(asset.rating(), ratings.criteria()), HttpStatus.OK, locale);
    }

    @PostMapping
    ModelAndView rate(
            @PathVariable AssetId id,
            @Valid @ModelAttribute("rating") RatingForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "0") int version,
            Actor actor,
            Locale locale) {
        Asset asset = seen.kept(id, viewers.now());
        Optional<Rating> rating = form.read(ratings.criteria(), errors);
        if (rating.isEmpty()) {
            return form(asset, form, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        if (asset.version() != version) {
            errors.reject("changed-meanwhile");
            return form(asset, form, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        return switch (ratings.rate(asset, rating.get(), actor)) {
            case Ratings.Outcome.Done _ -> new ModelAndView("redirect:/assets/" + id);
            case Ratings.Outcome.Asked(var request) -> new ModelAndView("redirect:/approvals/" + request);
            case Ratings.Outcome.Refused(String message) -> {
                errors.reject(message);
                yield form(asset, form, HttpStatus.UNPROCESSABLE_CONTENT, locale);
            }
        };
    }

    private ModelAndView form(Asset asset, RatingForm form, HttpStatus status, Locale locale) {
        return new ModelAndView("assets/rating", status)
                .addObject("page", new RatingPage(asset, words.on(List.of(asset), locale), ratings.open(asset.id())))
                .addObject("rating", form);
    }
}
