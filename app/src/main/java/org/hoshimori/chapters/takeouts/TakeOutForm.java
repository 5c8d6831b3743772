package org.hoshimori.chapters.takeouts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.core.legal.LegalMeasure;
import org.jspecify.annotations.Nullable;

/**
 * The form by which a take-out is asked for. It is filled in over several looks at the same page, without script: what is found is
 * added, each asset gets its medium, each medium its measures.
 *
 * @param takenOn as it was typed
 * @param backOn as it was typed
 * @param network {@code yes} or empty
 * @param words by which assets are looked for
 * @param carried {@code asset:medium} of each that was added; the medium is empty until it is chosen, {@code -} drops the asset
 * @param measure {@code medium:measure} of each that was confirmed
 * @param legalMeasure what is done because a law asks for it ({@code ast-1.1.e})
 */
record TakeOutForm(
        @NotBlank @Size(max = 500) String takenFor,
        @NotBlank @Size(max = 200) String takenTo,
        String takenOn,
        String backOn,
        String network,
        String words,
        List<String> carried,
        List<String> measure,
        @Size(max = LegalMeasure.LONGEST) String legalMeasure) {

    private static final String DROPPED = "-";

    /** A field that a form leaves out is empty. */
    TakeOutForm(
            @Nullable String takenFor,
            @Nullable String takenTo,
            @Nullable String takenOn,
            @Nullable String backOn,
            @Nullable String network,
            @Nullable String words,
            @Nullable List<String> carried,
            @Nullable List<String> measure,
            @Nullable String legalMeasure) {
        this.takenFor = Objects.requireNonNullElse(takenFor, "").strip();
        this.takenTo = Objects.requireNonNullElse(takenTo, "").strip();
        this.takenOn = Objects.requireNonNullElse(takenOn, "");
        this.backOn = Objects.requireNonNullElse(backOn, "");
        this.network = Objects.requireNonNullElse(network, "");
        this.words = Objects.requireNonNullElse(words, "").strip();
        this.carried = List.copyOf(Objects.requireNonNullElse(carried, List.of()));
        this.measure = List.copyOf(Objects.requireNonNullElse(measure, List.of()));
        this.legalMeasure = Objects.requireNonNullElse(legalMeasure, "").strip();
    }

    /** The assets that were added, with the medium of each as far as it is chosen; what can't be read is left out. */
    Map<UUID, Optional<Medium>> assets() {
        Map<UUID, Optional<Medium>> assets = new LinkedHashMap<>();
        for (String line : carried) {
            int colon = line.indexOf(':');
            Optional<UUID> asset = uuid(colon < 0 ? line : line.substring(0, colon));
            String medium = colon < 0 ? "" : line.substring(colon + 1);
            asset.ifPresent(a -> {
                if (medium.equals(DROPPED)) {
                    assets.remove(a);
                } else {
                    assets.merge(a, Medium.find(medium), (old, now) -> now.isPresent() ? now : old);
                }
            });
        }
        return assets;
    }

    /** Measures that were confirmed, by the medium. */
    Map<Medium, Set<Measure>> measures() {
        Map<Medium, Set<Measure>> measures = new EnumMap<>(Medium.class);
        for (String line : measure) {
            int colon = line.indexOf(':');
            Optional<Medium> medium = Medium.find(colon < 0 ? line : line.substring(0, colon));
            Optional<Measure> one = Measure.find(line.substring(colon + 1));
            if (medium.isPresent() && one.isPresent()) {
                measures.computeIfAbsent(medium.get(), m -> EnumSet.noneOf(Measure.class))
                        .add(one.get());
            }
        }
        return measures;
    }

    boolean overNetwork() {
        return !network.isEmpty();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
