package org.hoshimori.chapters.logs;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.core.api.Act;
import org.hoshimori.core.api.Caller;
import org.hoshimori.core.api.Found;
import org.hoshimori.core.api.Ids;
import org.hoshimori.core.api.Resource;
import org.hoshimori.core.api.Wish;
import org.hoshimori.core.organization.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Reviews of the gateways' logs, served; they are asked for and closed at the pages. */
@Component
class ReviewResource implements Resource<LogReviewTold> {

    static final String SCOPE = "logs";

    /** Who may look, as at the pages. */
    static final Set<String> READERS = Set.of("logs", "record");

    /** Who may say what was found. */
    static final Set<String> REVIEWERS = Set.of("logs");

    private final Reviews reviews;
    private final HitDesk desk;

    ReviewResource(Reviews reviews, HitDesk desk) {
        this.reviews = reviews;
        this.desk = desk;
    }

    /** What explains all that a rule found and nobody has marked. */
    record LogExplanationForm(
            @NotBlank @Size(max = 100) String rule,
            @NotBlank @Size(max = HitDesk.LONGEST) String note) {
        /** A field that is left out is empty. */
        @SuppressWarnings("ConstantValue") // binding hands over null for what is left out
        LogExplanationForm {
            rule = rule == null ? "" : rule;
            note = note == null ? "" : note;
        }
    }

    @Override
    public String code() {
        return "log-reviews";
    }

    @Override
    public String scope() {
        return SCOPE;
    }

    @Override
    public Class<LogReviewTold> type() {
        return LogReviewTold.class;
    }

    @Override
    public String id(LogReviewTold shown) {
        return shown.id().toString();
    }

    @Override
    public Set<String> readers() {
        return READERS;
    }

    @Override
    public Found<LogReviewTold> page(Wish wish, Caller caller) {
        return new Found<>(
                reviews.page(wish.page()).stream()
                        .map(s -> LogReviewTold.of(s, caller.locale()))
                        .toList(),
                reviews.count(),
                Reviews.PAGE);
    }

    @Override
    public Optional<LogReviewTold> find(String id, Caller caller) {
        return Ids.read(id).flatMap(reviews::standing).map(s -> LogReviewTold.of(s, caller.locale()));
    }

    @Override
    public List<Act<?>> acts() {
        return List.of(Act.of("explain", REVIEWERS, LogExplanationForm.class, this::explain));
    }

    private Optional<String> explain(String id, LogExplanationForm form, BindingResult errors, Caller caller) {
        Review review = Ids.read(id).flatMap(reviews::find).orElseThrow(() -> new ReviewUnknown(id));
        if (!caller.isPerson()) {
            errors.reject("api.member.people-only");
        }
        if (review.answers().stream().noneMatch(a -> a.rule().equals(form.rule()))) {
            errors.rejectValue("rule", "log-review.rule-unknown");
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        Optional<String> refusal = desk.explain(review.id(), form.rule(), form.note(), new PersonId(caller.person()));
        refusal.ifPresent(why -> errors.rejectValue("note", why));
        return refusal.isPresent() ? Optional.empty() : Optional.of(id);
    }
}
