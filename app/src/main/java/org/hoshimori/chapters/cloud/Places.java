package org.hoshimori.chapters.cloud;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of {@code ast-4.3} on where a facility is: its country against those allowed, its region against the regions of our
 * sites. Both are texts of the regulation; countries and prefectures are found in them by their names in Japanese and English.
 */
final class Places {

    private static final String JAPAN = "JP";
    private static final List<Prefecture> PREFECTURES = read();

    private Places() {}

    /** What the country comes to. */
    enum CountryFit {
        /** It is allowed. */
        ALLOWED,
        /** It is not among those allowed. */
        NOT_ALLOWED,
        /** The regulation does not say which are. */
        UNKNOWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the region comes to. */
    enum RegionFit {
        /** What strikes our sites does not strike it. */
        APART,
        /** It may, and has to be explained. */
        NEAR,
        /** It is where a site of ours is. */
        SAME,
        /** The regulation does not say where our sites are. */
        UNKNOWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A prefecture.
     *
     * @param code as JIS X 0401 numbers it
     * @param part the part of the country in which it lies: what strikes one prefecture of it may strike the others
     */
    record Prefecture(String code, String ja, String en, String part) {
        public String nameIn(String language) {
            return language.equals("en") ? en : ja;
        }
    }

    static List<Prefecture> prefectures() {
        return PREFECTURES;
    }

    static Optional<Prefecture> prefecture(String code) {
        return PREFECTURES.stream().filter(p -> p.code().equals(code)).findFirst();
    }

    static boolean isCountry(String code) {
        return Arrays.asList(Locale.getISOCountries()).contains(code);
    }

    static CountryFit country(String country, String allowed) {
        if (blank(allowed)) {
            return CountryFit.UNKNOWN;
        }
        return names(country, allowed) ? CountryFit.ALLOWED : CountryFit.NOT_ALLOWED;
    }

    static RegionFit region(String country, String prefecture, String own) {
        if (blank(own)) {
            return RegionFit.UNKNOWN;
        }
        Set<Prefecture> ours = named(own);
        if (!country.equals(JAPAN)) {
            return names(country, own) ? RegionFit.NEAR : RegionFit.APART;
        }
        Optional<Prefecture> there = prefecture(prefecture);
        if (there.isEmpty() || ours.isEmpty()) {
            return RegionFit.NEAR;
        }
        if (ours.contains(there.get())) {
            return RegionFit.SAME;
        }
        return ours.stream().anyMatch(p -> p.part().equals(there.get().part())) ? RegionFit.NEAR : RegionFit.APART;
    }

    /** Prefectures that a text names, in full or without their last character; 東京都 does not name 京都. */
    static Set<Prefecture> named(String text) {
        Set<Prefecture> found = new HashSet<>();
        String rest = text;
        for (Prefecture prefecture : PREFECTURES) {
            if (rest.contains(prefecture.ja())
                    || Pattern.compile("(?i)\\b" + prefecture.en() + "\\b")
                            .matcher(rest)
                            .find()) {
                found.add(prefecture);
                rest = rest.replace(prefecture.ja(), "\n");
            }
        }
        for (Prefecture prefecture : PREFECTURES) {
            if (rest.contains(prefecture.ja().replaceFirst("[都府県]$", ""))) {
                found.add(prefecture);
            }
        }
        return found;
    }

    private static boolean names(String country, String text) {
        Locale place = Locale.of("", country);
        String english = Pattern.quote(place.getDisplayCountry(Locale.ENGLISH));
        return text.contains(place.getDisplayCountry(Locale.JAPANESE))
                || Pattern.compile("(?i)\\b" + english + "\\b").matcher(text).find()
                || Pattern.compile("\\b" + country + "\\b").matcher(text).find();
    }

    /** Whether a text is still to be filled in. */
    private static boolean blank(String text) {
        return text.replaceAll("[_○●*\\s]", "").isEmpty();
    }

    private static List<Prefecture> read() {
        InputStream in = Objects.requireNonNull(Places.class.getResourceAsStream("/cloud/prefectures.csv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank())
                    .map(l -> l.split(",", -1))
                    .map(c -> new Prefecture(c[0], c[1], c[2], c[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
