package org.hoshimori.chapters.assets;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.catalog.parameters.AstParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What the questions of the rating hold: the criteria that apply, and values that somebody has put in place of those that follow.
 *
 * @param confidentiality a value, or empty for the one that follows from the answers; likewise the other two
 * @param importance a value, or empty for the one that follows from the three
 */
record RatingForm(
        List<String> answers,
        String confidentiality,
        String integrity,
        String availability,
        String importance,
        @Size(max = AssetForm.LONGEST_NOTE) String ratingReason) {

    static final RatingForm EMPTY = new RatingForm(List.of(), "", "", "", "", "");

    /** A field that a form leaves out is empty. */
    RatingForm {
        answers = answers == null
                ? List.of()
                : answers.stream().filter(Objects::nonNull).toList();
        confidentiality = text(confidentiality);
        integrity = text(integrity);
        availability = text(availability);
        importance = text(importance);
        ratingReason = text(ratingReason);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /**
     * As an asset was rated: values that do not follow from its answers stand for themselves. Values for which nobody has given a
     * reason, as tables bring them, are rated afresh.
     */
    static RatingForm of(Rating rating, AstParameters.Criteria criteria) {
        if (rating.answers().isEmpty() && rating.reason().isBlank()) {
            return EMPTY;
        }
        Values values = rating.values();
        Values followed = new Answers(rating.answers()).proposed(criteria);
        return new RatingForm(
                rating.answers(),
                unless(followed.confidentiality(), values.confidentiality()),
                unless(followed.integrity(), values.integrity()),
                unless(followed.availability(), values.availability()),
                unless(0, rating.statedImportance()),
                rating.reason());
    }

    private static String unless(int followed, int value) {
        return value == followed ? "" : Integer.toString(value);
    }

    /** The rating; empty where anything is wrong. Whoever departs from what follows says why. */
    Optional<Rating> read(AstParameters.Criteria criteria, BindingResult errors) {
        Values followed = new Answers(answers).proposed(criteria);
        Optional<Integer> c = value("confidentiality", confidentiality, followed.confidentiality(), 3, errors);
        Optional<Integer> i = value("integrity", integrity, followed.integrity(), 2, errors);
        Optional<Integer> a = value("availability", availability, followed.availability(), 2, errors);
        Optional<Integer> stated = value("importance", importance, 0, 3, errors);
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        Values values = new Values(c.orElseThrow(), i.orElseThrow(), a.orElseThrow());
        if (!values.equals(followed) && ratingReason.isBlank()) {
            errors.rejectValue("ratingReason", "asset.rating-reason-missing");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Rating(
                        values,
                        stated.orElseThrow(),
                        ratingReason.replace("\r\n", "\n"),
                        new Answers(answers).codes()));
    }

    private static Optional<Integer> value(String field, String text, int followed, int highest, BindingResult errors) {
        if (text.isEmpty()) {
            return Optional.of(followed);
        }
        if (text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '0' + highest) {
            return Optional.of(text.charAt(0) - '0');
        }
        errors.rejectValue(field, "asset.choose");
        return Optional.empty();
    }
}
