package org.hoshimori.chapters.disposals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is done to a medium, and the words by which the regulation's tables speak of it. */
public enum Method {
    SHRED("細断|shred"),
    DISSOLVE("溶解|dissol"),
    BURN("焼却|burn|incinerat"),
    DESTROY("破壊|destr"),
    ERASE("完全(に)?消去|complete(ly)? eras|eras\\w+ complete"),
    OS_DELETE("osによる削除|delet"),
    QUICK_FORMAT("クイックフォーマット|quick format"),
    /** Used again as it is: paper as scrap paper, a medium without anything done to it. */
    AS_IT_IS("裏紙|scrap|そのまま|as it is");

    private final Pattern words;

    Method(String words) {
        this.words = Pattern.compile(words);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Method> find(String code) {
        return Arrays.stream(values()).filter(m -> m.code().equals(code)).findFirst();
    }

    /** Whether a cell of the table, in small letters, speaks of it. */
    boolean in(String cell) {
        return words.matcher(cell).find();
    }
}
