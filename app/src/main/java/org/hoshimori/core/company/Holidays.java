package org.hoshimori.core.company;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The holidays of Japan by law (国民の祝日, 振替休日, 国民の休日), as the holiday_jp data set keeps them: 1970 to 2050, equinoxes
 * of years to come as the observatory reckons them.
 */
@Component
class Holidays {

    private final NavigableMap<LocalDate, Name> days = new TreeMap<>();

    /** What a holiday is called. */
    record Name(String japanese, String english) {
        String in(String language) {
            return language.equals("en") ? english : japanese;
        }
    }

    Holidays() {
        InputStream file = Objects.requireNonNull(
                getClass().getResourceAsStream("/company/holidays-jp.csv"), "the holidays are part of the product");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split(",", 3);
                days.put(LocalDate.parse(cells[0]), new Name(cells[1], cells[2]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean on(LocalDate day) {
        return days.containsKey(day);
    }

    Map<LocalDate, Name> between(LocalDate first, LocalDate last) {
        return days.subMap(first, true, last, true);
    }
}
