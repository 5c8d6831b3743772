package org.hoshimori.chapters.disposals;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.core.legal.LegalMeasure;
import org.jspecify.annotations.Nullable;

/**
 * The form by which a disposal is entered; all of it text as it was sent.
 *
 * @param words by which assets are looked for
 * @param asset ids of the assets chosen
 * @param legalMeasure what is done because a law asks for it ({@code ast-1.1.e})
 * @param last {@code yes} if the assets were on nothing else
 */
record DisposalForm(
        String act,
        String mediumKind,
        String treatment,
        @Size(max = 100) String serial,
        @Size(max = 100) String deviceNumber,
        String words,
        List<String> asset,
        String level,
        String last,
        String doneOn,
        @Size(max = 200) String contractor,
        @Size(max = 1000) String note,
        @Size(max = LegalMeasure.LONGEST) String legalMeasure) {

    /** A field that a form leaves out is empty. */
    DisposalForm(
            @Nullable String act,
            @Nullable String mediumKind,
            @Nullable String treatment,
            @Nullable String serial,
            @Nullable String deviceNumber,
            @Nullable String words,
            @Nullable List<String> asset,
            @Nullable String level,
            @Nullable String last,
            @Nullable String doneOn,
            @Nullable String contractor,
            @Nullable String note,
            @Nullable String legalMeasure) {
        this.act = text(act);
        this.mediumKind = text(mediumKind);
        this.treatment = text(treatment);
        this.serial = text(serial);
        this.deviceNumber = text(deviceNumber);
        this.words = text(words);
        this.asset = List.copyOf(Objects.requireNonNullElse(asset, List.of()));
        this.level = text(level);
        this.last = text(last);
        this.doneOn = text(doneOn);
        this.contractor = text(contractor);
        this.note = text(note);
        this.legalMeasure = text(legalMeasure);
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "").strip();
    }

    /** The assets chosen; what can't be read is left out. */
    List<UUID> assets() {
        return asset.stream().flatMap(DisposalForm::uuid).distinct().toList();
    }

    /** The level stated, public where none is. */
    public int stated() {
        return level.matches("[1-3]") ? Integer.parseInt(level) : 1;
    }

    private static Stream<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text)).stream();
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
