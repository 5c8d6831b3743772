package org.hoshimori.chapters.logs;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Filter;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.core.organization.PersonId;
import org.hoshimori.logarchive.Marks;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** What reviews found, served and marked; a mark is somebody's own word. */
@Component
class HitResource implements Resource<LogHitTold> {

    private final HitList hits;
    private final HitDesk desk;

    HitResource(HitList hits, HitDesk desk) {
        this.hits = hits;
        this.desk = desk;
    }

    /** What it is, and why. */
    record LogMarkForm(
            @Pattern(regexp = "explained|incident") @NotBlank
            String as,

            @NotBlank @Size(max = HitDesk.LONGEST) String note) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        LogMarkForm {
            as = as == null ? "" : as;
            note = note == null ? "" : note;
        }
    }

    @Override
    public String code() {
        return "log-hits";
    }

    @Override
    public String scope() {
        return ReviewResource.SCOPE;
    }

    @Override
    public Class<LogHitTold> type() {
        return LogHitTold.class;
    }

    @Override
    public String id(LogHitTold shown) {
        return shown.id();
    }

    @Override
    public Set<String> readers() {
        return ReviewResource.READERS;
    }

    @Override
    public List<Filter> filters() {
        return List.of(
                Filter.id("review"),
                Filter.choice("question", Review.QUESTIONS),
                Filter.text("rule"),
                Filter.choice("mark", "none", "explained", "incident"));
    }

    @Override
    public Found<LogHitTold> page(Wish wish, Caller caller) {
        HitTable.Wish narrowed = new HitTable.Wish(wish.text("question"), wish.text("rule"), wish.text("mark"));
        return new Found<>(
                hits.page(wish.id("review"), narrowed, wish.page()).stream()
                        .map(t -> LogHitTold.of(t, caller.locale()))
                        .toList(),
                hits.count(wish.id("review"), narrowed),
                HitList.PAGE);
    }

    @Override
    public Optional<LogHitTold> find(String id, Caller caller) {
        return hits.find(id).map(t -> LogHitTold.of(t, caller.locale()));
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(Act.of("mark", ReviewResource.REVIEWERS, LogMarkForm.class, this::mark));
    }

    private Optional<String> mark(String id, LogMarkForm form, BindingResult errors, Caller caller) {
        HitList.Told told = hits.find(id).orElseThrow(() -> new ReviewUnknown(id));
        if (!caller.isPerson()) {
            errors.reject("api.member.people-only");
            return Optional.empty();
        }
        Optional<String> refusal = desk.mark(
                told.found(),
                told.review(),
                Marks.State.valueOf(form.as()),
                form.note(),
                new PersonId(caller.person()));
        refusal.ifPresent(why -> errors.rejectValue("note", why));
        return refusal.isPresent() ? Optional.empty() : Optional.of(id);
    }
}
