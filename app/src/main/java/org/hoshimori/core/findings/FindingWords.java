package org.hoshimori.core.findings;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hoshimori.core.evidence.SubjectNames;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Findings in words: whom they are about, and why, by the names of today. */
@Component
public class FindingWords {

    private static final int MOST = 200;

    private final List<SubjectNames> rooms;
    private final MessageSource messages;

    FindingWords(List<SubjectNames> rooms, MessageSource messages) {
        this.rooms = rooms;
        this.messages = messages;
    }

    /** The names of ids; of those that no room knows, a word of ours, or the id itself. */
    public Map<String, String> names(Collection<String> ids, Locale locale) {
        Map<String, String> names = new HashMap<>();
        Set<String> asked = new HashSet<>(ids);
        rooms.forEach(room -> names.putAll(room.namesOf(asked)));
        asked.forEach(id ->
                names.computeIfAbsent(id, i -> String.valueOf(messages.getMessage("subject." + i, null, i, locale))));
        return names;
    }

    /** The ids of those whose names hold these words. */
    Set<String> meant(String words) {
        Set<String> ids = new HashSet<>();
        if (!words.isBlank()) {
            ids.add(words);
            rooms.forEach(room -> ids.addAll(room.named(words, MOST)));
        }
        return ids;
    }

    /** Why, in a sentence; an operator's own check may say it in words instead of by a key. */
    public String reason(String reason, List<String> arguments, Map<String, String> names, Locale locale) {
        List<String> said = new ArrayList<>();
        for (String argument : arguments) {
            said.add(
                    argument.matches("\\d{4}-\\d\\d-\\d\\d")
                            ? day(argument, locale)
                            : names.getOrDefault(argument, argument));
        }
        String plain = (reason + " " + String.join(" ", said)).strip();
        return String.valueOf(messages.getMessage("reason." + reason, said.toArray(), plain, locale));
    }

    private String day(String iso, Locale locale) {
        String pattern = String.valueOf(messages.getMessage("frame.date", null, "yyyy-MM-dd", locale));
        return DateTimeFormatter.ofPattern(pattern, locale).format(LocalDate.parse(iso));
    }

    /** Ids among the arguments of findings. */
    public static boolean isId(String argument) {
        return argument.matches("[a-z-]+:\\S+");
    }
}
