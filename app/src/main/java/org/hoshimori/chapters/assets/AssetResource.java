package org.hoshimori.chapters.assets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** The register of information assets, served: to each what he or she may see, as the list does it ({@code ast-1.4}). */
@Component
class AssetResource implements Resource<AssetTold> {

    private final Assets assets;
    private final AssetList list;
    private final AssetsSeen seen;
    private final AssetReading reading;
    private final Ratings ratings;
    private final Viewers viewers;

    AssetResource(
            Assets assets, AssetList list, AssetsSeen seen, AssetReading reading, Ratings ratings, Viewers viewers) {
        this.assets = assets;
        this.list = list;
        this.seen = seen;
        this.reading = reading;
        this.ratings = ratings;
        this.viewers = viewers;
    }

    /** Why it is not there any more. */
    record GoneForm(
            @NotBlank @Size(max = AssetForm.LONGEST_NOTE) String reason) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        GoneForm {
            reason = reason == null ? "" : reason.strip();
        }
    }

    @Override
    public String code() {
        return "assets";
    }

    @Override
    public String scope() {
        return "assets";
    }

    @Override
    public Class<AssetTold> type() {
        return AssetTold.class;
    }

    @Override
    public String id(AssetTold shown) {
        return shown.id().toString();
    }

    @Override
    public List<org.hoshimori.core.api.Filter> filters() {
        return Stream.concat(
                        Stream.of(
                                org.hoshimori.core.api.Filter.text("q"),
                                org.hoshimori.core.api.Filter.choice(
                                        "order",
                                        Arrays.stream(AssetList.Order.values())
                                                .map(AssetList.Order::code)
                                                .toList())),
                        Arrays.stream(Filter.values()).map(f -> org.hoshimori.core.api.Filter.text(f.code())))
                .toList();
    }

    @Override
    public Found<AssetTold> page(Wish wish, Caller caller) {
        for (Filter filter : Filter.values()) {
            String asked = wish.text(filter.code());
            if (!asked.isEmpty() && filter.read(asked).isEmpty()) {
                throw new Wish.Unreadable(filter.code());
            }
        }
        Map<String, String> asked = new HashMap<>(wish.filters());
        asked.put("page", Integer.toString(wish.page()));
        AssetList.Page page = list.page(AssetList.Wish.of(asked), viewers.now());
        return new Found<>(page.assets().stream().map(AssetTold::of).toList(), page.total(), AssetList.PAGE);
    }

    @Override
    public Optional<AssetTold> find(String id, Caller caller) {
        Viewer viewer = viewers.now();
        return Ids.read(id)
                .map(AssetId::new)
                .flatMap(assets::find)
                .filter(viewer::sees)
                .map(AssetTold::of);
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(
                Act.enter(Set.of(), AssetForm.class, this::enter),
                Act.replace(Set.of(), AssetForm.class, this::change),
                Act.of("rate", Set.of(), RatingForm.class, this::rate),
                Act.of("gone", Set.of(), GoneForm.class, this::gone));
    }

    /** Rated lowest, until somebody rates it. */
    private Optional<String> enter(String none, AssetForm form, BindingResult errors, Caller caller) {
        return reading.read(form, Optional.empty(), Rating.of(1, 1, 1, ""), viewers.now(), errors)
                .flatMap(a -> done(assets.register(a, caller.actor()), errors));
    }

    private Optional<String> change(String id, AssetForm form, BindingResult errors, Caller caller) {
        Viewer viewer = viewers.now();
        Asset before = seen.kept(AssetId.of(id), viewer);
        return reading.read(form, Optional.of(before), before.rating(), viewer, errors)
                .flatMap(a -> done(assets.change(a, caller.actor()), errors));
    }

    private Optional<String> rate(String id, RatingForm form, BindingResult errors, Caller caller) {
        Asset asset = seen.kept(AssetId.of(id), viewers.now());
        Optional<Rating> rating = form.read(ratings.criteria(), errors);
        if (rating.isEmpty()) {
            return Optional.empty();
        }
        return switch (ratings.rate(asset, rating.get(), caller.actor())) {
            case Ratings.Outcome.Done _ -> Optional.of(id);
            case Ratings.Outcome.Asked _ -> Optional.of(id);
            case Ratings.Outcome.Refused(String message) -> {
                errors.reject(message);
                yield Optional.empty();
            }
        };
    }

    private Optional<String> gone(String id, GoneForm form, BindingResult errors, Caller caller) {
        Asset asset = seen.kept(AssetId.of(id), viewers.now());
        return Optional.of(assets.dispose(asset.id(), form.reason(), caller.actor()))
                .map(a -> a.id().toString());
    }

    private static Optional<String> done(Assets.Outcome outcome, BindingResult errors) {
        return switch (outcome) {
            case Assets.Outcome.Done(Asset asset) -> Optional.of(asset.id().toString());
            case Assets.Outcome.Refused(Assets.Refusal why) -> {
                switch (why) {
                    case CODE_TAKEN -> errors.rejectValue("assetCode", "asset.refused.CODE_TAKEN");
                    case DEPARTMENT_CLOSED ->
                        errors.rejectValue("managingDepartment", "asset.refused.DEPARTMENT_CLOSED");
                    case CHANGED_MEANWHILE -> errors.reject("changed-meanwhile");
                    case LOWERS_VALUE, GONE -> errors.reject("asset.refused." + why.name());
                }
                yield Optional.empty();
            }
        };
    }
}
