package org.hoshimori.chapters.assets;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.core.estate.Estate;
import org.hoshimori.core.estate.Item;
import org.hoshimori.core.evidence.Actor;
import org.hoshimori.core.evidence.History;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An asset's own page: what is kept of it, what laws ask for, what has happened to it. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/assets")
@PreAuthorize("isAuthenticated()")
class AssetPages {

    private final Assets assets;
    private final AssetsSeen seen;
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
            AssetsSeen seen,
            AssetWords words,
            Viewers viewers,
            Ratings ratings,
            ImportanceRule importance,
            AssetResponsible responsible,
            Labels labels,
            Estate estate,
            History history) {
        this.assets = assets;
        this.seen = seen;
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

    @GetMapping("/{id}")
    ModelAndView asset(@PathVariable AssetId id, @RequestParam(defaultValue = "") String tab, Locale locale) {
        Viewer viewer = viewers.now();
        Asset asset = seen.seen(id, viewer);
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
                                AssetsSeen.keeps(viewer, asset)));
    }

    /** It is not there any more; why must be said. */
    @PostMapping("/{id}/gone")
    ModelAndView gone(
            @PathVariable AssetId id, @RequestParam(defaultValue = "") String reason, Actor actor, Locale locale) {
        seen.kept(id, viewers.now());
        if (reason.isBlank() || reason.length() > AssetForm.LONGEST_NOTE) {
            ModelAndView again = asset(id, "", locale).addObject("refused", "asset.gone-reason-missing");
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        assets.dispose(id, reason.strip(), actor);
        return new ModelAndView("redirect:/assets/" + id);
    }

    private List<Item> systems(Asset asset) {
        return estate.find(asset.keeping().systems()).values().stream()
                .sorted(Comparator.comparing(Item::number))
                .toList();
    }
}
