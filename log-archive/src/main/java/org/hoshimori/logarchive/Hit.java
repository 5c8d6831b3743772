package org.hoshimori.logarchive;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule found.
 *
 * @param id the same in every review that finds the same
 * @param sentence by language ({@code ja}, {@code en})
 * @param values the answer's columns
 * @param rows some of the rows of {@code log} behind it
 * @param mark what a reviewer said of it before, or null
 */
public record Hit(
        String id,
        Map<String, String> sentence,
        Map<String, @Nullable Object> values,
        List<Map<String, @Nullable Object>> rows,
        Marks.@Nullable Mark mark) {}
