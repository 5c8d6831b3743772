package org.hoshimori.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An obligation: one sentence that obliges somebody.
 *
 * @param words the sentence, with insertions and links
 * @param actors codes of the posts or groups that are obliged
 * @param act what is done, kebab-case
 * @param object to what, kebab-case
 * @param trigger the event after which it is due, kebab-case, or null
 * @param rhythm how often: an ISO 8601 duration or a parameter's id, or null
 * @param record code of the register or record that the act leaves, or {@code none}
 */
public record Duty(
        String id,
        Layout layout,
        Words words,
        Modality modality,
        List<String> actors,
        String act,
        String object,
        @Nullable String trigger,
        @Nullable String rhythm,
        String record,
        Mode mode,
        @Nullable String when,
        boolean space,
        boolean legal,
        Origin origin)
        implements Entry {}
