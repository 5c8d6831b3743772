package org.hoshimori.chapters.assets;

import jakarta.validation.Valid;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.History;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An asset's own page, and the form by which one is entered or changed. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/assets")
@PreAuthorize("isAuthenticated()")
class AssetPages {

    private static final Map<Assets.Refusal, String> FIELDS = Map.of(
            Assets.Refusal.CODE_TAKEN, "assetCode",
            Assets.Refusal.DEPARTMENT_CLOSED, "managingDepartment");

    private final Assets assets;
    private final AssetReading reading;
    private final AssetWords words;
    private final Viewers viewers;
    private final Ratings ratings;
    private final ImportanceRule importance;
    private final AssetResponsible responsible;
    private final Labels labels;
    private final Estate estate;
    private final History history;

    AssetPages(
            Assets assets,
            AssetReading reading,
            AssetWords words,
            Viewers viewers,
            Ratings ratings,
            ImportanceRule importance,
            AssetResponsible responsible,
            Labels labels,
            Estate estate,
            History history) {
        this.assets = assets;
        this.reading = reading;
        this.words = words;
        this.viewers = viewers;
        this.ratings = ratings;
        this.importance = importance;
        this.responsible = responsible;
        this.labels = labels;
        this.estate = estate;
        this.history = history;
    }

    /** What of an asset is shown. */
    enum Tab {
        /** What is kept of it. */
        FACTS,
        /** What happened to it. */
        HISTORY,
        /** What laws ask for. */
        LAW
    }

    /**
     * An asset.
     *
     * @param lowering the request for lower values, where one is open
     * @param folder what its folder may be called ({@code ast-1.2})
     * @param laws that fix its handling, by code, in the order in which the page tells of them
     */
    record AssetPage(
            Asset asset,
            Tab tab,
            AssetWords.Said said,
            int importance,
            AssetResponsible.Manager manager,
            List<Item> systems,
            List<History.Line> history,
            Optional<Lowering> lowering,
            List<String> laws,
            String folder,
            boolean mayKeep) {

        /** What has changed, in the order of the form; the record has its own. */
        public List<History.Change> inOrder(List<History.Change> changes) {
            List<String> order = List.copyOf(AssetEvent.described(asset).keySet());
            return changes.stream()
                    .sorted(Comparator.comparingInt(c -> order.indexOf(c.field())))
                    .toList();
        }

        /** What of a law or of personal information is told: the code of the words. */
        public List<String> demands() {
            return Stream.concat(
                            laws.stream().map(l -> "law." + l),
                            Stream.of("personal." + asset.personal().code())
                                    .filter(p -> asset.personal() != PersonalInformation.NONE))
                    .toList();
        }
    }

    /** The form of an asset, or of a new one; departments are those that whoever asks may give it. */
    record FormPage(Optional<Asset> asset, AssetWords.Said said, Viewer viewer) {
        public List<org.hoshimori.core.organization.Department> departments() {
            return said.open().stream().filter(d -> viewer.mayKeep(d.id())).toList();
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

    @GetMapping("/{id}")
    ModelAndView asset(@PathVariable AssetId id, @RequestParam(defaultValue = "") String tab, Locale locale) {
        Viewer viewer = viewers.now();
        Asset asset = seen(id, viewer);
        AssetWords.Said said = words.on(List.of(asset), locale);
        Tab shown = Stream.of(Tab.values())
                .filter(t -> t.name().equalsIgnoreCase(tab))
                .findFirst()
                .orElse(Tab.FACTS);
        return new ModelAndView("assets/asset")
                .addObject(
                        "page",
                        new AssetPage(
                                asset,
                                shown,
                                said,
                                importance.of(asset.rating()),
                                responsible.of(asset.department()),
                                systems(asset),
                                shown == Tab.HISTORY ? history.of(asset.subject()) : List.of(),
                                ratings.open(id),
                                asset.legal(),
                                labels.folder(asset, said, locale),
                                keeps(viewer, asset)));
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
        Asset asset = kept(id, viewer);
        return form(
                Optional.of(asset),
                AssetForm.of(asset, systems(asset).stream().map(Item::number)),
                RatingForm.EMPTY,
                HttpStatus.OK,
                viewer,
                locale);
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
        Optional<Asset> before = Optional.of(kept(id, viewer));
        Optional<Asset> described = reading.read(form, before, before.get().rating(), viewer, errors);
        if (described.isEmpty()) {
            return form(before, form, RatingForm.EMPTY, HttpStatus.UNPROCESSABLE_CONTENT, viewer, locale);
        }
        return shown(assets.change(described.get(), actor), before, form, RatingForm.EMPTY, errors, viewer, locale);
    }

    /** It is not there any more; why must be said. */
    @PostMapping("/{id}/gone")
    ModelAndView gone(
            @PathVariable AssetId id, @RequestParam(defaultValue = "") String reason, Actor actor, Locale locale) {
        kept(id, viewers.now());
        if (reason.isBlank() || reason.length() > AssetForm.LONGEST_NOTE) {
            ModelAndView again = asset(id, "", locale).addObject("refused", "asset.gone-reason-missing");
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        assets.dispose(id, reason.strip(), actor);
        return new ModelAndView("redirect:/assets/" + id);
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

    private List<Item> systems(Asset asset) {
        return estate.find(asset.keeping().systems()).values().stream()
                .sorted(Comparator.comparing(Item::number))
                .toList();
    }

    private Asset seen(AssetId id, Viewer viewer) {
        return assets.find(id).filter(viewer::sees).orElseThrow(() -> new AssetUnknown(id));
    }

    private Asset kept(AssetId id, Viewer viewer) {
        Asset asset = seen(id, viewer);
        if (!keeps(viewer, asset)) {
            throw new org.springframework.security.access.AccessDeniedException("asset");
        }
        return asset;
    }

    private static boolean keeps(Viewer viewer, Asset asset) {
        return asset.state() == Asset.State.IN_USE && viewer.mayKeep(asset.department());
    }
}
