package org.hoshimori.chapters.disposals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A kind of medium, and the words by which the regulation's tables speak of it. */
public enum Medium {
    PAPER("書類|paper"),
    FILM("フィルム|films?"),
    USB("usb ?(メモリ|memory|memories)?"),
    DISK("hdds?|ssds?"),
    REWRITABLE_DISC("(cd|dvd)(-rw)?s?"),
    WRITE_ONCE_DISC("(cd|dvd)(-r)?s?");

    private final Pattern words;

    Medium(String words) {
        this.words = Pattern.compile(words);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Medium> find(String code) {
        return Arrays.stream(values()).filter(m -> m.code().equals(code)).findFirst();
    }

    /** Whether one of these words, in small letters, means it. */
    boolean among(List<String> named) {
        return named.stream().anyMatch(n -> words.matcher(n).matches());
    }
}
